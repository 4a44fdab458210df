"""Twins, failing factories, failing wipers, and books that balance."""
import gc
import random
import weakref

import pytest

from solution import Pool, PoolClosed, PoolEmpty


class Pad(list):
    """A pad with lines on it. Pads with the same lines are equal."""


def wipe(pad):
    pad.clear()


def balance(pool):
    stats = pool.stats
    assert stats.made - stats.discarded == stats.idle + stats.out, f"the books do not balance: {stats}"
    assert stats.idle + stats.out <= pool.size
    return stats


def test_equal_things_are_not_mixed_up():
    pool = Pool(Pad, wipe, size=2)
    mine, yours = pool.take(), pool.take()
    pool.give_back(yours)
    with pytest.raises(ValueError):
        pool.give_back(yours)
    mine.append("still writing")
    assert pool.take() is yours
    assert mine == ["still writing"], "two empty pads are equal, but they are two pads"


def test_a_stranger_is_refused():
    pool = Pool(Pad, wipe, size=2)
    pool.take()
    with pytest.raises(ValueError):
        pool.give_back(Pad())
    assert balance(pool).out == 1


def test_an_error_reaches_the_caller_as_it_is():
    pool = Pool(Pad, wipe, size=1)
    error = KeyError("no such customer")
    with pytest.raises(KeyError) as caught, pool.lease():
        raise error
    assert caught.value is error


def test_what_an_accident_took_may_be_made_anew():
    pool = Pool(Pad, wipe, size=1)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt), pool.lease():
            raise KeyboardInterrupt
    stats = balance(pool)
    assert (stats.made, stats.discarded, stats.out) == (3, 3, 0)


def test_a_thing_from_an_accident_dies():
    pool = Pool(Pad, wipe, size=1)

    def accident():
        with pool.lease() as pad:
            witnesses.append(weakref.ref(pad))
            raise OSError

    witnesses = []
    with pytest.raises(OSError):
        accident()
    gc.collect()
    assert witnesses[0]() is None, "discarded, and the pool still holds it"


def test_a_factory_that_fails_takes_no_place():
    answers = [OSError("no paper"), OSError("no paper"), Pad()]

    def make():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    pool = Pool(make, wipe, size=1)
    for _ in range(2):
        with pytest.raises(OSError):
            pool.take()
    pool.take()
    assert balance(pool).made == 1


def test_what_cannot_be_wiped_is_discarded():
    def stuck(pad):
        raise OSError("ink does not come off")

    pool = Pool(Pad, stuck, size=1)
    with pool.lease() as pad:
        pad.append("secret")
    assert balance(pool).discarded == 1, "the customer's work is done: the lease ends without an error"
    with pool.lease() as fresh:
        assert fresh is not pad


def test_a_wiper_can_be_interrupted():
    def interrupted(pad):
        raise KeyboardInterrupt

    pool = Pool(Pad, interrupted, size=1)
    with pytest.raises(KeyboardInterrupt):
        pool.give_back(pool.take())
    assert balance(pool).discarded == 1, (
        "Ctrl-C came in the middle of the reset: the thing is half clean, discard it"
    )


def test_a_closed_pool_lends_nothing():
    pool = Pool(Pad, wipe, size=2)
    pool.close()
    pool.close()
    with pytest.raises(PoolClosed):
        pool.take()
    with pytest.raises(PoolClosed), pool.lease():
        pass


def test_who_comes_home_after_closing_is_let_go():
    pool = Pool(Pad, wipe, size=2)
    with pool.lease():
        pool.close()
        assert pool.stats.out == 1
    stats = balance(pool)
    assert (stats.idle, stats.out, stats.discarded) == (0, 0, 1)


def test_two_pools_share_nothing():
    first, second = Pool(Pad, wipe, size=1), Pool(Pad, wipe, size=1)
    pad = first.take()
    second.take()
    with pytest.raises(ValueError):
        second.give_back(pad)
    first.give_back(pad)
    assert second.stats.idle == 0


def test_the_books_balance_whatever_happens():
    rng = random.Random(2026)

    def wipe_or_fail(pad):
        if rng.random() < 0.2:
            raise OSError
        pad.clear()

    pool, lent = Pool(Pad, wipe_or_fail, size=4), []
    for _ in range(400):
        move = rng.randrange(3)
        if move == 0:
            try:
                pad = pool.take()
            except PoolEmpty:
                assert len(lent) == 4, "empty, although there was room"
                continue
            assert all(pad is not other for other in lent), "one pad was lent to two"
            assert pad == [], "a dirty pad was handed out"
            pad.append("ink")
            lent.append(pad)
        elif move == 1 and lent:
            pool.give_back(lent.pop(rng.randrange(len(lent))))
        elif move == 2:
            try:
                with pool.lease() as pad:
                    pad.append("more ink")
                    if rng.random() < 0.5:
                        raise RuntimeError
            except (RuntimeError, PoolEmpty):
                pass
        assert balance(pool).out == len(lent)
