import gc
from contextlib import contextmanager


@contextmanager
def warm_start(loader):
    """Load quietly, throw the garbage out, freeze the rest; undo it on exit."""
    # TODO 1: the collector is off while the application loads.
    app = loader()
    # TODO 2: what is loaded is frozen while the block runs; garbage is not.
    yield app
    # TODO 3: however the block ends, nothing is frozen, and the collector is as it was.


def is_frozen(thing):
    """Tell whether the collector watches thing and passes over it."""
    # TODO 4
    ...
