"""Quiet during the request, paid for afterwards."""
import gc

import pytest

from solution import Reaper, quiet


class Ring:
    def __init__(self):
        self.myself = self


@pytest.fixture(autouse=True)
def awake():
    """Begin with a clean heap and the collector on."""
    gc.collect()
    gc.enable()
    yield
    gc.enable()


def test_the_collector_sleeps_inside():
    @quiet
    def checkout():
        return gc.isenabled()

    assert checkout() is False


def test_the_collector_is_awake_again_afterwards():
    quiet(lambda: None)()
    assert gc.isenabled()


def test_arguments_go_in_and_the_result_comes_out():
    @quiet
    def total(prices, *, tax):
        return sum(prices) + tax

    assert total([3, 4], tax=2) == 9, "what the function returns belongs to its caller"


def test_every_third_request_pays():
    gc.disable()
    reaper = Reaper(every=3)
    seen = []
    for _ in range(7):
        Ring()
        seen.append(reaper.after_request())
    assert [freed is not None for freed in seen] == [
        False, False, True, False, False, True, False,
    ], f"after_request returned {seen}"


def test_the_reaper_says_how_much_it_freed():
    gc.disable()
    for _ in range(10):
        Ring()
    freed = Reaper(every=1).after_request()
    assert freed is not None and freed >= 10, (
        "ten rings were lying about; gc.collect() returns how many objects it found"
    )
