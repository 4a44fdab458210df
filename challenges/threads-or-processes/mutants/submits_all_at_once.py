import time
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, as_completed, wait
from dataclasses import dataclass
from itertools import islice


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
    if limit < 1:
        raise ValueError(f"the limit is at least 1, not {limit}")
    source = iter(items)
    results, running = [], {}
    while True:
        batch = list(source)
        if not batch and not running:
            return results
        for item in batch:
            place = len(results)
            results.append(None)
            try:
                running[executor.submit(fn, item)] = place, item
            except BrokenExecutor as error:
                results[place] = Result(item, error=error)
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            place, item = running.pop(future)
            error = future.exception()
            value = future.result() if error is None else None
            results[place] = Result(item, value, error)


def first_success(fns, executor):
    """What the first of the functions returns that does not fail."""
    futures = [executor.submit(fn) for fn in fns]
    if not futures:
        raise ValueError("there is nobody to ask")
    try:
        for future in as_completed(futures):
            if future.exception() is None:
                return future.result()
    finally:
        for future in futures:
            future.cancel()
    raise ExceptionGroup("nobody succeeded", [future.exception() for future in futures])


def measure(fn, item, wall=time.perf_counter, cpu=time.process_time):
    """The Profile of one call."""
    wall_start, cpu_start = wall(), cpu()
    fn(item)
    work = cpu() - cpu_start
    return Profile(work, max(0.0, wall() - wall_start - work))


def choose(profile):
    """For many calls like this one: "threads", "processes" or "neither"."""
    if profile.wait >= profile.work and profile.wait >= 10 * THREAD_COST:
        return "threads"
    if profile.work >= 10 * PROCESS_COST:
        return "processes"
    return "neither"
