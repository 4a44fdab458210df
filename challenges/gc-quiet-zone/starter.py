import functools
import gc


def quiet(fn):
    """Decorator: the collector does not run on its own while fn runs."""

    def wrapper(*args, **kwargs):
        # TODO 1: no collection of its own accord while fn runs.
        # TODO 2: afterwards the collector is as it was, whatever happened.
        gc.disable()
        fn(*args, **kwargs)
        gc.enable()

    return wrapper


class Reaper:
    """Pays the bill between requests: collects after every n-th one."""

    def __init__(self, every):
        # TODO 3: fewer than 1 makes no sense.
        self.every = every

    def after_request(self):
        """Collect if it is time. The number of objects freed, or None."""
        # TODO 4
        ...
