"""Errors, nesting, recursion, and what must be as it was."""
import gc

import pytest

from solution import Reaper, quiet


class Ring:
    def __init__(self):
        self.myself = self


@pytest.fixture(autouse=True)
def awake():
    gc.collect()
    gc.enable()
    yield
    gc.enable()


def test_awake_again_after_an_error():
    @quiet
    def checkout():
        raise ValueError("card declined")

    with pytest.raises(ValueError, match="card declined"):
        checkout()
    assert gc.isenabled(), "the request failed, and the collector stayed off for good"


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    quiet(lambda: None)()
    assert not gc.isenabled(), (
        "somebody had switched the collector off before the request: "
        "it is not ours to switch on"
    )


def test_only_the_outermost_zone_wakes_it():
    @quiet
    def inner():
        return gc.isenabled()

    @quiet
    def outer():
        first = inner()
        return first, gc.isenabled()

    assert outer() == (False, False), (
        "after the inner zone the outer one is still running: it must stay quiet"
    )
    assert gc.isenabled()


def test_a_zone_may_call_itself():
    @quiet
    def count_down(n):
        return [gc.isenabled()] + (count_down(n - 1) if n else [])

    assert count_down(3) == [False] * 4
    assert gc.isenabled()


def test_the_decorated_function_keeps_its_name():
    @quiet
    def checkout():
        """Take the money."""

    assert checkout.__name__ == "checkout" and checkout.__doc__ == "Take the money."


def test_every_request_pays_with_one():
    gc.disable()
    reaper = Reaper(every=1)
    assert [reaper.after_request() is None for _ in range(3)] == [False, False, False]


def test_nothing_to_free_is_zero_and_not_none():
    gc.disable()
    gc.collect()
    reaper = Reaper(every=1)
    reaper.after_request()
    assert reaper.after_request() == 0, "it did collect: None would say that it did not"


def test_two_reapers_count_for_themselves():
    one, other = Reaper(every=2), Reaper(every=2)
    one.after_request()
    assert other.after_request() is None, "the other reaper has seen one request only"
    assert one.after_request() is not None


def test_paying_works_while_the_collector_is_off():
    gc.disable()
    Ring()
    assert Reaper(every=1).after_request() >= 1
    assert not gc.isenabled(), "a collection by hand needs nobody to be switched on"


@pytest.mark.parametrize("every", [0, -2])
def test_fewer_than_one_is_refused(every):
    with pytest.raises(ValueError):
        Reaper(every)
