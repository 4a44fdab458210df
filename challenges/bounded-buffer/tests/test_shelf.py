"""Bakers put, buyers take, and each waits for the other."""

import time

import pytest
from crowd import together
from interleave import schedule, seeds

from solution import Closed, Empty, Full, Shelf

some_seeds = pytest.mark.parametrize("seed", seeds()[:5])


def test_first_in_first_out():
    shelf = Shelf(3)
    for loaf in ("rye", None, "spelt"):
        shelf.put(loaf)
    assert len(shelf) == 3
    assert [shelf.take() for _ in range(3)] == ["rye", None, "spelt"]
    assert len(shelf) == 0


@some_seeds
def test_a_buyer_waits_for_bread(seed):
    shelf, got = Shelf(2), []

    def baker():
        time.sleep(5)
        shelf.put("rye")

    with schedule(seed) as run:
        together(lambda: got.append((shelf.take(), run.clock())), baker)
    assert got == [("rye", 5)], "the loaf, and the second at which the buyer had it"


@some_seeds
def test_a_baker_waits_for_room(seed):
    shelf, done = Shelf(2), []

    def baker():
        for loaf in range(3):
            shelf.put(loaf)
            done.append(run.clock())

    def buyer():
        time.sleep(4)
        shelf.take()

    with schedule(seed) as run:
        together(baker, buyer)
    assert done == [0, 0, 4], "two loaves have room at once, the third when one has been taken"
    assert len(shelf) == 2


@some_seeds
def test_patience_ends_exactly_in_time(seed):
    with schedule(seed) as run:
        shelf = Shelf(1)
        with pytest.raises(Empty):
            shelf.take(timeout=7)
        assert run.clock() == 7
        shelf.put("rye", timeout=7)
        assert run.clock() == 7, "there was room at once"
        with pytest.raises(Full):
            shelf.put("spelt", timeout=2.5)
        assert run.clock() == 9.5
        with pytest.raises(Full):
            shelf.put("spelt", timeout=0)
        assert shelf.take(timeout=0) == "rye"
        with pytest.raises(Empty):
            shelf.take(timeout=0)
        assert run.clock() == 9.5, "a timeout of 0 means: not at all"
        with pytest.raises(Empty):
            shelf.take(timeout=0.5)
        assert run.clock() == 10


@some_seeds
def test_closing_wakes_everybody_who_waits(seed):
    empty, full = Shelf(1), Shelf(1)
    full.put("rye")
    closed = []

    def waits(what, *arguments):
        with pytest.raises(Closed):
            what(*arguments)
        closed.append(run.clock())

    def shop():
        time.sleep(3)
        empty.close()
        full.close()

    with schedule(seed) as run:
        together(*[lambda: waits(empty.take)] * 3, *[lambda: waits(full.put, "spelt")] * 3, shop)
    assert closed == [3] * 6
