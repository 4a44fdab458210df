import gc
from contextlib import contextmanager


@contextmanager
def warm_start(loader):
    """Load quietly, throw the garbage out, freeze the rest; undo it on exit."""
    was_enabled = gc.isenabled()
    gc.disable()
    app = loader()
    gc.collect()
    gc.freeze()
    if was_enabled:
        gc.enable()
    yield app
    gc.unfreeze()
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


def is_frozen(thing):
    """Tell whether the collector watches thing and passes over it."""
    return gc.is_tracked(thing) and not any(
        watched is thing for watched in gc.get_objects()
    )
