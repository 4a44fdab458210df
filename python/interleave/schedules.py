"""`schedule`, `explore` and `explore_all`: runs of threaded code that can be repeated exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from interleave.asked import asked_replay, default_seeds, only_asked
from interleave.identity import Schedule
from kernel.threads import Deadlocked, active_scheduler
from kernel.threads.scheduler import Scheduler
from kernel.threads.seeded import Seeded
from kernel.threads.systematic import Frontier, Planned
from kernel.threads.turns import Plan, Turns, following, forget_turns
from kernel.threads.virtual import VirtualTime

T = TypeVar("T")

Step = tuple[str, str, int]


class Run:
    """What a schedule has done so far."""

    def __init__(self, seed: int | Schedule, turns: Turns, clock: VirtualTime) -> None:
        #: Give it to `schedule` again, and the same happens again.
        self.seed = seed
        self._turns = turns
        self._clock = clock

    @property
    def trace(self) -> list[Step]:
        """One `(thread, function, line)` for each switch: who lost the turn, and where."""
        return [(switch.thread, switch.function, switch.line) for switch in self._turns.switches]

    def clock(self) -> float:
        """Virtual seconds since the schedule began. Only waiting takes time."""
        return self._clock.now()

    def __repr__(self) -> str:
        switches = len(self._turns.switches)
        return f"<Run seed={self.seed!r} switches={switches} clock={self.clock():g}>"


@dataclass(frozen=True)
class Exploration:
    """What came of trying every schedule."""

    #: How many were run.
    schedules: int
    #: The first whose result was not ok, or None.
    failure: Schedule | None
    #: Whether every schedule within the bounds was run: `most` left none out, and none failed.
    exhausted: bool

    @property
    def proved(self) -> bool:
        """True when there is no schedule within the bounds whose result is not ok."""
        return self.exhausted and self.failure is None


@contextmanager
def schedule(seed: int | Schedule) -> Iterator[Run]:
    """Inside the block, every switch between threads is decided by the seed, and time is virtual.

    Start the threads inside, and join them there. `time.sleep`, timeouts of locks and queues,
    `time.monotonic` and `time.perf_counter` use the virtual clock: when all threads wait it jumps
    to the next timer, so a sleep of an hour takes no time and exactly an hour. Raises `Deadlocked`
    when no thread can ever go on, and RuntimeError where there are no such threads: on a desktop's
    Python, and in a browser that cannot suspend them. A `Schedule` that `explore_all` has found
    may stand in place of a seed.
    """
    with following(_scheduler(), _plan_of(seed)) as (turns, clock):
        yield Run(seed, turns, clock)


def explore(
    program: Callable[[], T],
    ok: Callable[[T], object],
    seeds: Iterable[int] | None = None,
) -> int | None:
    """Runs `program` under one seed after the other; the first whose result is not `ok`, or None.

    A deadlock and a failed `assert` are results that are not ok. Other errors are raised, with a
    note that names the seed. Without `seeds` those of the challenge are tried, or 0 to 199.
    """
    for seed in only_asked(default_seeds() if seeds is None else seeds):
        if not _is_ok(program, ok, Seeded(seed), f"schedule(seed={seed})"):
            return seed
    # None of these has made the test fail.
    forget_turns()
    return None


def explore_all(
    program: Callable[[], T],
    ok: Callable[[T], object],
    preemptions: int = 2,
    most: int = 10_000,
) -> Exploration:
    """Runs `program` under every schedule that takes the turn away at most `preemptions` times.

    In between a thread goes on until it waits or ends, and every choice of who follows then is
    tried as well. Schedules with fewer preemptions come first, so the failure that is found is one
    of the simplest. It ends with the first whose result is not `ok`, as `explore` understands it,
    and after `most` schedules in any case. The order is always the same.

    Timeouts pass only when every thread waits: that one fires early is never tried. A thread that
    spins loses its turn after 1,000 chances, which counts as no preemption.
    """
    if preemptions < 0 or most < 1:
        raise ValueError("preemptions must be 0 or more, and most must be 1 or more.")
    replay = asked_replay()
    if isinstance(replay, Schedule):
        return _explore_one(program, ok, replay)
    frontier = Frontier(preemptions, most)
    while (plan := frontier.take()) is not None:
        name = Schedule.of(plan.deviations)
        if not _is_ok(program, ok, plan, f"schedule({name!r})"):
            return Exploration(frontier.taken, name, exhausted=False)
        frontier.add_beyond(plan)
    forget_turns()
    return Exploration(frontier.taken, None, exhausted=not frontier.is_cut)


def _explore_one(
    program: Callable[[], T], ok: Callable[[T], object], name: Schedule
) -> Exploration:
    """All that was asked for is the one that is being replayed."""
    if _is_ok(program, ok, _plan_of(name), f"schedule({name!r})"):
        forget_turns()
        return Exploration(1, None, exhausted=True)
    return Exploration(1, name, exhausted=False)


def _is_ok(program: Callable[[], T], ok: Callable[[T], object], plan: Plan, called: str) -> bool:
    try:
        with following(_scheduler(), plan):
            result = program()
    except (Deadlocked, AssertionError):
        return False
    except Exception as error:
        error.add_note(f"This happened under {called}.")
        raise
    return bool(ok(result))


def _plan_of(seed: int | Schedule) -> Plan:
    return Planned(seed.deviations()) if isinstance(seed, Schedule) else Seeded(seed)


def _scheduler() -> Scheduler:
    scheduler = active_scheduler()
    if scheduler is None:
        raise RuntimeError(
            "Schedules need Interleave's own threads: they exist in the browser, where the page "
            "offers threads, and not in this Python."
        )
    return scheduler
