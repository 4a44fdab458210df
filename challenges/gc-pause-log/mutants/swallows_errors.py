import gc
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Pause:
    """One finished garbage collection."""

    generation: int
    collected: int
    seconds: float


class PauseLog:
    """Record every garbage collection that happens inside a `with` block."""

    def __init__(self, clock=time.perf_counter):
        self.clock = clock
        self.pauses = []
        self._started = None

    def __enter__(self):
        self.pauses = []
        self._started = None
        gc.callbacks.append(self._on_gc)
        return self

    def __exit__(self, exc_type, exc, tb):
        # Each self._on_gc is a new bound method, but they compare equal.
        gc.callbacks.remove(self._on_gc)
        return True

    def _on_gc(self, phase, info):
        if phase == "start":
            self._started = self.clock()
        elif self._started is not None:
            # A stop without a start: the block began inside a collection.
            seconds = self.clock() - self._started
            self._started = None
            self.pauses.append(
                Pause(info["generation"], info["collected"], seconds)
            )

    def total(self):
        """Seconds lost to the collector."""
        return sum(pause.seconds for pause in self.pauses)

    def worst(self):
        """The longest Pause, or None if there was none."""
        return max(self.pauses, key=lambda pause: pause.seconds, default=None)
