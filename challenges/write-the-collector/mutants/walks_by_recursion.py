def outside_hands(heap, refcounts):
    """How many references to each object come from outside the heap."""
    left = dict(refcounts)
    for referents in heap.values():
        for target in referents:
            if target in left:
                left[target] -= 1
    for name, count in left.items():
        if count < 0:
            raise ValueError(
                f"{name} has more references inside the heap than its count of "
                f"{refcounts[name]}"
            )
    return left


def unreachable(heap, refcounts):
    """The names of all objects that nothing outside the heap leads to."""
    left = outside_hands(heap, refcounts)
    alive = set()

    def visit(name):
        if name in heap and name not in alive:
            alive.add(name)
            for target in heap[name]:
                visit(target)

    for name, count in left.items():
        if count > 0:
            visit(name)
    return heap.keys() - alive


def sweep(heap, refcounts):
    """Free what is unreachable. The names freed, in alphabetical order."""
    garbage = unreachable(heap, refcounts)
    for name in garbage:
        for target in heap[name]:
            if target in refcounts and target not in garbage:
                refcounts[target] -= 1
    for name in garbage:
        del heap[name]
        del refcounts[name]
    return sorted(garbage)
