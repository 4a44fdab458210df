"""What the host asks of this run: which seeds, or the one schedule that is to be repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from interleave.identity import Schedule

_USUAL = range(20)
#: Of seeds that never end only so many are looked at.
_MOST_SEEDS = 100_000


@dataclass(frozen=True)
class Asked:
    """`replay`: a seed or a Schedule; the only one that the test in question is to run."""

    seeds: tuple[int, ...] = ()
    replay: int | Schedule | None = None


_asked = Asked()
_in_test = False


def seeds() -> tuple[int, ...]:
    """The seeds that a test should try: the challenge's own, or 0 to 19 where it names none.

    The gate gives others, to see that the solution passes with them too. While one seed is being
    replayed, inside a test it is the only one.
    """
    named = _asked.seeds or tuple(_USUAL)
    replay = asked_replay()
    return (replay,) if isinstance(replay, int) and replay in named else named


def default_seeds() -> Iterable[int]:
    """Those that `explore` tries when it is given none."""
    return _asked.seeds or range(200)


def asked_replay() -> int | Schedule | None:
    """The one schedule to run, if a test is running and the learner replays one."""
    return _asked.replay if _in_test else None


def only_asked(wanted: Iterable[int]) -> list[int] | Iterator[int]:
    """Of these seeds the one that is being replayed; all of them, if it is none of these."""
    replay = asked_replay()
    if not isinstance(replay, int):
        return iter(wanted)
    named = list(islice(wanted, _MOST_SEEDS))
    return [replay] if replay in named else named


@contextmanager
def asking(asked: Asked) -> Iterator[None]:
    """Inside the block this is what the host asks for."""
    global _asked
    before, _asked = _asked, asked
    try:
        yield
    finally:
        _asked = before


@contextmanager
def in_test() -> Iterator[None]:
    """Inside the block a test runs; outside, files are imported, and see every seed."""
    global _in_test
    before, _in_test = _in_test, True
    try:
        yield
    finally:
        _in_test = before
