"""A profile on a simulated clock, and a pool for what it points to."""
import pytest
from envelopes import CountingPool
from nightly import nightly, now

from solution import Row, amdahl, callers_of, gain, hot, nightly_in_parallel, profile

LINES = [f"{number}; picture {number} ; {number * 13 % 200}" for number in range(20)]


@pytest.fixture(scope="module")
def pool():
    with CountingPool(2) as pool:
        yield pool


@pytest.fixture
def stats():
    return profile(nightly, LINES, timer=now)[1]


def row(name, calls, own, cumulative):
    """A Row whose seconds need not be exact to the last bit."""
    return Row(name, calls, pytest.approx(own), pytest.approx(cumulative))


def test_profile_hands_on_the_result():
    result, _ = profile(nightly, LINES, timer=now)
    assert result == nightly(LINES)


def test_hot_names_who_owns_the_time(stats):
    assert hot(stats) == [
        row("sharpness", 21, 1_470, 1_470),
        row("colour", 20, 400, 400),
        # Both own 60 seconds, and "load" comes first in the alphabet.
        row("load", 20, 60, 120),
    ]


def test_cumulative_time_holds_the_time_of_those_who_are_called(stats):
    grades = [one for one in hot(stats, top=20) if one.name == "grade"]
    assert grades == [row("grade", 20, 40, 1_840)]


def test_callers_tell_who_asks(stats):
    assert callers_of(stats, "sharpness") == {"grade": 20, "report": 1}


@pytest.mark.parametrize(
    ("share", "workers", "expected"),
    [(0.0, 4, 1.0), (0.5, 2, 4 / 3), (0.9, 3, 2.5), (1.0, 8, 8.0)],
)
def test_amdahl(share, workers, expected):
    assert amdahl(share, workers) == pytest.approx(expected)


def test_the_gain_of_a_stage(stats):
    # 2,070 seconds in all, and 1,840 of them in grade and what it calls.
    assert gain(stats, "grade", 2) == pytest.approx(2_070 / (230 + 920))


def test_the_report_is_the_same(pool):
    assert nightly_in_parallel(LINES, pool, 5) == nightly(LINES)


def test_only_grading_leaves_the_house(pool):
    before = now()
    nightly_in_parallel(LINES, pool, 5)
    at_home = 20 * (3 + 3 * 1) + 40 + 70
    assert now() - before == at_home, (
        f"at home {now() - before} seconds were spent; loading and reporting are {at_home}"
    )
