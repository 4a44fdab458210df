"""A pool of note pads: what is written on one must never be seen by the next."""
import pytest

from solution import Pool, PoolEmpty, Stats


class Pad(list):
    """A pad with lines on it. Pads with the same lines are equal."""


def wipe(pad):
    pad.clear()


def test_a_thing_is_used_again():
    pool = Pool(Pad, wipe, size=2)
    with pool.lease() as first:
        pass
    with pool.lease() as second:
        assert second is first
    assert pool.stats == Stats(made=1, reused=1, discarded=0, idle=1, out=0)


def test_a_secret_does_not_lie_about():
    pool = Pool(Pad, wipe, size=1)
    with pool.lease() as pad:
        pad.append("3 Mill Lane")
    assert pad == [], "the pad is back in the pool, and the address is still on it"


def test_a_new_thing_is_not_reset():
    reset = []
    pool = Pool(Pad, reset.append, size=1)
    pool.take()
    assert reset == [], "make() gives clean things"


def test_a_thing_from_an_accident_is_not_used_again():
    pool = Pool(Pad, wipe, size=1)
    with pytest.raises(ZeroDivisionError), pool.lease() as broken:
        1 / 0
    with pool.lease() as fresh:
        assert fresh is not broken, "whatever broke may have broken the pad as well"
    assert pool.stats.discarded == 1


def test_there_are_never_more_than_size():
    pool = Pool(Pad, wipe, size=2)
    with pool.lease(), pool.lease():
        with pytest.raises(PoolEmpty):
            pool.take()
    assert pool.stats.made == 2


def test_nothing_comes_back_twice():
    pool = Pool(Pad, wipe, size=3)
    pad = pool.take()
    pool.give_back(pad)
    with pytest.raises(ValueError):
        pool.give_back(pad)
    assert pool.take() is not pool.take(), "one pad, and two people are writing on it"


def test_the_warm_one_comes_first():
    pool = Pool(Pad, wipe, size=3)
    first, second, third = pool.take(), pool.take(), pool.take()
    for pad in (second, third, first):
        pool.give_back(pad)
    assert pool.take() is first, "the pad that came back last goes out first"
    assert pool.take() is third


def test_a_closed_pool_keeps_nothing():
    pool = Pool(Pad, wipe, size=3)
    pool.give_back(pool.take())
    pool.close()
    assert pool.stats == Stats(made=1, reused=0, discarded=1, idle=0, out=0)
