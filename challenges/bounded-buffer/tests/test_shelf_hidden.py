"""Stolen loaves, false alarms, patience that must not begin again, and a shop that closes."""

import threading
import time
from collections import Counter

import pytest
from crowd import together
from interleave import explore, schedule, seeds

from solution import Closed, Empty, Full, Shelf

some_seeds = pytest.mark.parametrize("seed", seeds()[:5])
MOST_NAPS = 10  # a few alarms may be false, or somebody else was faster


def conditions_of(shelf):
    return [value for value in vars(shelf).values() if isinstance(value, threading.Condition)]


def false_alarm(shelf):
    """Wakes everybody who waits, for no reason. That is allowed to happen to a condition."""
    for condition in conditions_of(shelf):
        with condition:
            condition.notify_all()


def test_three_bakers_and_three_buyers_lose_nothing_and_double_nothing():
    def morning():
        shelf, bought, most = Shelf(2), [], []

        def bake(name):
            for number in range(3):
                shelf.put((name, number))
                most.append(len(shelf))

        def buy():
            for _ in range(3):
                bought.append(shelf.take())

        together(*[lambda name=name: bake(name) for name in "abc"], buy, buy, buy)
        return sorted(bought), len(shelf), max(most) <= 2

    everything = [(name, number) for name in "abc" for number in range(3)]
    bad = explore(morning, lambda outcome: outcome == (everything, 0, True), seeds())
    assert bad is None, (
        f"under seed {bad} a loaf is missing, was sold twice, lay on a shelf that was full, or everybody sleeps"
    )


def test_many_who_wait_for_one_place_never_sleep_together():
    def narrow():
        shelf, bought = Shelf(1), []
        together(
            *[lambda: shelf.put("loaf")] * 4,
            *[lambda: bought.append(shelf.take())] * 4,
        )
        return len(bought)

    bad = explore(narrow, lambda count: count == 4, seeds())
    assert bad is None, f"under seed {bad} everybody sleeps: was a baker woken where a buyer was needed?"


@some_seeds
def test_whoever_is_woken_for_nothing_goes_on_waiting(seed):
    empty, full, done = Shelf(1), Shelf(1), []
    full.put("rye")

    def buyer():
        done.append((empty.take(), run.clock()))

    def baker():
        full.put("spelt")
        done.append(("put", run.clock()))

    def others():
        time.sleep(1)
        false_alarm(empty)
        false_alarm(full)
        time.sleep(1)
        empty.put("corn")
        full.take()

    with schedule(seed) as run:
        together(buyer, baker, others)
    assert sorted(done) == [("corn", 2), ("put", 2)]
    assert len(full) == 1, "nobody puts a loaf on a shelf that is full"


@some_seeds
def test_patience_counts_from_the_call_and_not_from_the_last_alarm(seed):
    empty, full, ends = Shelf(1), Shelf(1), []
    full.put("rye")

    def waits(error, what, *arguments):
        with pytest.raises(error):
            what(*arguments, timeout=10)
        ends.append(run.clock())

    def alarms():
        for _ in range(3):
            time.sleep(4)
            false_alarm(empty)
            false_alarm(full)

    with schedule(seed) as run:
        together(lambda: waits(Empty, empty.take), lambda: waits(Full, full.put, "spelt"), alarms)
    assert ends == [10, 10], "ten seconds are ten seconds, however often one is woken in between"


def test_what_is_left_can_be_taken_after_closing():
    shelf = Shelf(5)
    shelf.put("rye")
    shelf.put("spelt")
    shelf.close()
    assert [shelf.take(), shelf.take(timeout=3)] == ["rye", "spelt"]
    with pytest.raises(Closed):
        shelf.take()
    with pytest.raises(Closed):
        shelf.take(timeout=0)


def test_nothing_is_put_on_a_closed_shelf():
    shelf = Shelf(2)
    shelf.put("rye")
    shelf.close()
    shelf.close()
    for timeout in (None, 0, 5):
        with pytest.raises(Closed):
            shelf.put("spelt", timeout=timeout)
    assert len(shelf) == 1


def test_buyers_of_the_last_loaves_all_go_home():
    def evening():
        shelf, bought, home = Shelf(3), [], []
        for loaf in range(3):
            shelf.put(loaf)

        def buy_all():
            try:
                for _ in range(4):
                    bought.append(shelf.take())
            except Closed:
                home.append(True)

        together(buy_all, buy_all, shelf.close)
        return sorted(bought), len(home)

    bad = explore(evening, lambda outcome: outcome == ([0, 1, 2], 2), seeds())
    assert bad is None, f"under seed {bad} a loaf stayed behind, or a buyer waits at a closed shelf"


@pytest.fixture
def alarm_clock(monkeypatch):
    """Ends whoever goes to sleep again and again."""
    naps = Counter()

    def watched(sleep):
        def nap(*args, **kwargs):
            name = threading.current_thread().name
            naps[name] += 1
            if naps[name] > MOST_NAPS:
                raise AssertionError(
                    f"{name} has woken {MOST_NAPS} times, and only {time.monotonic():g} seconds have passed of an hour "
                    "in which nothing happens: who waits sleeps until a bell rings"
                )
            return sleep(*args, **kwargs)

        return nap

    monkeypatch.setattr(threading.Condition, "wait", watched(threading.Condition.wait))
    monkeypatch.setattr(time, "sleep", watched(time.sleep))


@some_seeds
def test_nobody_asks_again_and_again(seed, alarm_clock):
    empty, full = Shelf(1), Shelf(1)
    full.put("rye")

    def after_an_hour():
        time.sleep(3600)
        for _ in range(2):
            empty.put("corn")
            full.take()

    with schedule(seed) as run:
        together(
            empty.take,
            lambda: full.put("spelt"),
            lambda: empty.take(timeout=7200),
            lambda: full.put("spelt", timeout=7200),
            after_an_hour,
        )
    assert run.clock() == 3600


@some_seeds
def test_who_gives_up_leaves_the_shelf_usable(seed):
    shelf, got = Shelf(1), []

    def impatient():
        with pytest.raises(Empty):
            shelf.take(timeout=5)

    def patient():
        got.append(shelf.take())

    def baker():
        time.sleep(6)
        shelf.put("rye")

    with schedule(seed):
        together(impatient, patient, impatient, baker)
    assert got == ["rye"], "the alarm for this loaf must not go to somebody who has left"


def test_two_shelves_have_nothing_in_common():
    left, right = Shelf(1), Shelf(1)
    left.put("rye")
    right.close()
    assert (len(left), len(right)) == (1, 0)
    assert left.take() == "rye"
    left.put("spelt", timeout=0)
