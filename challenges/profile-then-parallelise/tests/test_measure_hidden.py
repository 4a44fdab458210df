"""Recursion, errors, decoys, and what goes through the pool's desk."""
import pytest
from envelopes import CountingPool
from nightly import countdown, nightly, now

from solution import amdahl, callers_of, gain, hot, nightly_in_parallel, profile

LINES = [f"{number}; picture {number} ; {number}" for number in range(30)]


@pytest.fixture(scope="module")
def pool():
    with CountingPool(2) as pool:
        yield pool


@pytest.fixture
def stats():
    return profile(nightly, LINES, timer=now)[1]


def find(stats, name):
    return next(row for row in hot(stats, top=100) if row.name == name)


def test_recursive_calls_are_counted():
    _, stats = profile(countdown, 4, timer=now)
    assert find(stats, "countdown").calls == 5, "five calls, and four of them by itself"
    assert callers_of(stats, "countdown") == {"countdown": 4}


def test_built_in_functions_are_in_it(stats):
    stripping = [row for row in hot(stats, top=100) if "strip" in row.name]
    assert [row.calls for row in stripping] == [90]


def test_the_busiest_function_is_not_the_hottest(stats):
    trim, sharpness = find(stats, "trim"), find(stats, "sharpness")
    assert trim.calls > sharpness.calls
    assert hot(stats, top=1)[0].name == "sharpness"
    assert "trim" not in [row.name for row in hot(stats, top=2)]


def test_ties_go_by_name():
    def left():
        pass

    def go():
        return left()

    _, stats = profile(go, timer=lambda: 0)
    names = [row.name for row in hot(stats, top=100)]
    assert names == sorted(names)


def test_an_error_passes_and_the_profiler_is_off():
    with pytest.raises(ValueError, match="fog"):
        profile(nightly, ["1; fog; -1"], timer=now)
    result, stats = profile(countdown, 2, timer=now)
    assert result == 0
    assert find(stats, "countdown").calls == 3, "a second profile begins with nothing"


def test_a_gain_is_predicted_for_any_stage(stats):
    load, whole = 30 * 6, 30 * 6 + 30 * 92 + 110
    assert gain(stats, "load", 4) == pytest.approx(whole / (whole - load + load / 4))
    assert gain(stats, "nightly", 4) == pytest.approx(4), "who moves all divides all"


def test_names_that_are_not_in_the_profile(stats):
    with pytest.raises(KeyError):
        callers_of(stats, "polish")
    with pytest.raises(KeyError):
        gain(stats, "polish", 2)
    assert callers_of(stats, "nightly") == {}, "nobody in the profile has called it"


def test_one_worker_more_is_worth_less_each_time():
    gains = [amdahl(0.8, workers) for workers in (1, 2, 4, 1_000_000)]
    assert gains[0] == pytest.approx(1.0)
    assert gains == sorted(gains)
    assert gains[-1] == pytest.approx(5.0, rel=0.001), "the part that stays sets the limit"


def test_one_envelope_for_each_chunk(pool):
    before = len(pool.sent)
    nightly_in_parallel(LINES, pool, 8)
    assert len(pool.sent) - before == 4, "30 pictures by 8 are four envelopes"


def test_a_picture_that_cannot_be_graded_is_an_error(pool):
    with pytest.raises(ValueError, match="fog"):
        nightly_in_parallel([*LINES, "31; fog; -1"], pool, 8)


def test_lines_may_come_one_by_one(pool):
    assert nightly_in_parallel((line for line in LINES), pool, 8) == nightly(LINES)
