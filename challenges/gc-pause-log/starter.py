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

    def __enter__(self):
        # TODO 1: from here on, every finished collection adds one Pause.
        # TODO 2: its seconds come from self.clock.
        return self

    def __exit__(self, exc_type, exc, tb):
        # TODO 3: leave no trace, whatever happened in the block.
        ...

    def total(self):
        """Seconds lost to the collector."""
        # TODO 4
        ...

    def worst(self):
        """The longest Pause, or None if there was none."""
        # TODO 4
        ...
