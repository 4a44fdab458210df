import time
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, as_completed, wait
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """What became of one item: a value, or an error."""

    item: object
    value: object = None
    error: BaseException | None = None


@dataclass(frozen=True)
class Profile:
    """Seconds that one call computes, and seconds that it waits."""

    work: float
    wait: float


THREAD_COST = 0.0001
PROCESS_COST = 0.005


def fan_out(fn, items, executor, limit):
    """A Result for each item, in order; at most `limit` calls are unfinished at any time."""
    # TODO 1: a result for each, whatever happens to the others.
    # TODO 2: never more than `limit` on the way, and no item read before there is room.
    ...


def first_success(fns, executor):
    """What the first of the functions returns that does not fail."""
    # TODO 3
    ...


def measure(fn, item, wall=time.perf_counter, cpu=time.process_time):
    """The Profile of one call."""
    # TODO 4
    ...


def choose(profile):
    """For many calls like this one: "threads", "processes" or "neither"."""
    # TODO 5
    ...
