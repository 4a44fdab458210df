def outside_hands(heap, refcounts):
    """How many references to each object come from outside the heap."""
    # TODO 1: begin with a copy of the counts.
    ...


def unreachable(heap, refcounts):
    """The names of all objects that nothing outside the heap leads to."""
    # TODO 2
    ...


def sweep(heap, refcounts):
    """Free what is unreachable. The names freed, in alphabetical order."""
    # TODO 3
    ...
