import gc
import tracemalloc
import warnings
from contextlib import contextmanager


@contextmanager
def witness(depth=10):
    """Collect what is dropped without being closed: (message, file, line)."""
    found = []
    gc.collect()
    is_ours = not tracemalloc.is_tracing()
    if is_ours:
        tracemalloc.start(depth)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", ResourceWarning)
            try:
                yield found
            finally:
                gc.collect()
                found.extend(
                    testimony(warning)
                    for warning in caught
                    if issubclass(warning.category, ResourceWarning)
                )
                caught.clear()
    finally:
        if is_ours:
            tracemalloc.stop()


def testimony(warning):
    """What was dropped, and the place that opened it as far as it is known."""
    trace = None
    if warning.source is not None:
        trace = tracemalloc.get_object_traceback(warning.source)
    if not trace:
        return str(warning.message), None, None
    return str(warning.message), warning.filename, warning.lineno
