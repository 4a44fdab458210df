"""`schedule` and `explore`: runs of threaded code that can be repeated exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kernel.threads import Deadlocked, active_scheduler
from kernel.threads.scheduler import Scheduler
from kernel.threads.seeded import Step, Turns, replay
from kernel.threads.virtual import VirtualTime

T = TypeVar("T")


class Run:
    """What a schedule has done so far."""

    def __init__(self, seed: int, turns: Turns, clock: VirtualTime) -> None:
        #: Give it to `schedule` again, and the same happens again.
        self.seed = seed
        self._turns = turns
        self._clock = clock

    @property
    def trace(self) -> list[Step]:
        """One `(thread, function, line)` for each switch: who lost the turn, and where."""
        return list(self._turns.trace)

    def clock(self) -> float:
        """Virtual seconds since the schedule began. Only waiting takes time."""
        return self._clock.now()

    def __repr__(self) -> str:
        return f"<Run seed={self.seed} switches={len(self._turns.trace)} clock={self.clock():g}>"


@contextmanager
def schedule(seed: int) -> Iterator[Run]:
    """Inside the block, every switch between threads is decided by the seed, and time is virtual.

    Start the threads inside, and join them there. `time.sleep`, timeouts of locks and queues,
    `time.monotonic` and `time.perf_counter` use the virtual clock: when all threads wait it jumps
    to the next timer, so a sleep of an hour takes no time and exactly an hour. Raises `Deadlocked`
    when no thread can ever go on, and RuntimeError where there are no such threads: on a desktop's
    Python, and in a browser that cannot suspend them.
    """
    with replay(_scheduler(), seed) as (turns, clock):
        yield Run(seed, turns, clock)


def explore(
    program: Callable[[], T], ok: Callable[[T], object], seeds: Iterable[int] = range(200)
) -> int | None:
    """Runs `program` under one seed after the other; the first whose result is not `ok`, or None.

    A deadlock and a failed `assert` are results that are not ok. Other errors are raised, with a
    note that names the seed.
    """
    for seed in seeds:
        try:
            with schedule(seed):
                result = program()
        except (Deadlocked, AssertionError):
            return seed
        except Exception as error:
            error.add_note(f"This happened under schedule(seed={seed}).")
            raise
        if not ok(result):
            return seed
    return None


def _scheduler() -> Scheduler:
    scheduler = active_scheduler()
    if scheduler is None:
        raise RuntimeError(
            "Schedules need Interleave's own threads: they exist in the browser, where the page "
            "offers threads, and not in this Python."
        )
    return scheduler
