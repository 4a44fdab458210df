import functools
import gc


def quiet(fn):
    """Decorator: the collector does not run on its own while fn runs."""

    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        if not gc.isenabled():
            return fn(*args, **kwargs)
        gc.disable()
        result = fn(*args, **kwargs)
        gc.enable()
        return result

    return wrapper


class Reaper:
    """Pays the bill between requests: collects after every n-th one."""

    def __init__(self, every):
        if every < 1:
            raise ValueError(f"every must be at least 1, not {every}")
        self.every = every
        self._waiting = 0

    def after_request(self):
        """Collect if it is time. The number of objects freed, or None."""
        self._waiting += 1
        if self._waiting < self.every:
            return None
        self._waiting = 0
        return gc.collect()
