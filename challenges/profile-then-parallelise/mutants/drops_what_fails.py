import cProfile
import pstats
import time
from dataclasses import dataclass

from nightly import grade, load, report


@dataclass(frozen=True)
class Row:
    """One function of a profile."""

    name: str
    calls: int
    own: float
    cumulative: float


def profile(fn, *args, timer=time.perf_counter):
    """(what fn(*args) returns, its pstats.Stats by this timer)."""
    profiler = cProfile.Profile(timer)
    profiler.enable()
    try:
        result = fn(*args)
    finally:
        profiler.disable()
    return result, pstats.Stats(profiler)


def rows(stats):
    """A Row for each function of the profile."""
    return [
        Row(name, calls, own, cumulative)
        for (_, _, name), (_, calls, own, cumulative, _) in stats.stats.items()
    ]


def hot(stats, top=3):
    """The Rows with the most own time, most first, ties by name."""
    return sorted(rows(stats), key=lambda row: (-row.own, row.name))[:top]


def callers_of(stats, name):
    """Who has called the function of this name: {caller's name: number of calls}."""
    for (_, _, called), (*_, callers) in stats.stats.items():
        if called == name:
            return {caller: calls for (_, _, caller), (calls, *_) in callers.items()}
    raise KeyError(name)


def amdahl(share, workers):
    """How many times faster it gets if `share` of the time is divided among the workers."""
    return 1 / (1 - share + share / workers)


def gain(stats, stage, workers):
    """How many times faster it gets if this function goes to the workers, with all it calls."""
    whole = sum(row.own for row in rows(stats))
    for row in rows(stats):
        if row.name == stage:
            return amdahl(row.cumulative / whole, workers)
    raise KeyError(stage)


def _try_to_grade(picture):
    try:
        return grade(picture)
    except ValueError:
        return None


def nightly_in_parallel(lines, pool, chunksize):
    """What nightly(lines) returns, with the hot stage in the pool."""
    pictures = [load(line) for line in lines]
    grades = pool.map_async(_try_to_grade, pictures, chunksize).get(timeout=60)
    return report([one for one in grades if one is not None])
