import gc
import weakref
from contextlib import contextmanager


@contextmanager
def collector_asleep():
    """Switch the collector off inside the block, and put back what was there."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def needs_collector(make):
    """Tell whether what make() returns dies only in a collection."""
    with collector_asleep():
        witness = weakref.ref(make())
        if witness() is None:
            return False
        gc.collect()
        return True


def count_rings(make, n):
    """Call make() n times and count the results that needed the collector."""
    with collector_asleep():
        witnesses = [weakref.ref(make()) for _ in range(n)]
        waiting = [witness for witness in witnesses if witness() is not None]
        gc.collect()
        return sum(witness() is None for witness in waiting)


def break_ring(node):
    """Cut the link that leads back to node. Tell whether there was one."""
    seen = set()
    current = node
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if current.next is node:
            current.next = None
            return True
        current = current.next
    return False
