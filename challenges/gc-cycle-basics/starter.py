import gc
import weakref


def needs_collector(make):
    """Tell whether what make() returns dies only in a collection.

    make is a function without arguments. The answer is True if its result outlives
    its last reference and is gone after gc.collect(), and False otherwise.
    """
    # TODO 1: how can you look at an object without keeping it alive?
    # TODO 2: the collector must not answer before you have asked.
    ...


def count_rings(make, n):
    """Call make() n times and count the results that needed the collector."""
    # TODO 3
    ...


def break_ring(node):
    """Cut the link that leads back to node. Tell whether there was one.

    Each node has an attribute `next`: another node, or None.
    """
    # TODO 4
    ...
