"""Late orders, a full queue, closing twice, and orders that come from somewhere else."""

import threading
import time
from queue import ShutDown

import pytest
from crowd import together
from interleave import explore, schedule, seeds

from solution import Kitchen, run_kitchen

SOME = 5  # seeds for a test in which the order matters less


def slow(what):
    time.sleep(60)
    return what


def test_after_closing_no_order_is_taken():
    for seed in seeds()[:SOME]:
        with schedule(seed):
            for end in (Kitchen.close, Kitchen.abort):
                kitchen = Kitchen(2, slow)
                end(kitchen)
                with pytest.raises(ShutDown):
                    kitchen.order("soup")
                assert kitchen.done == {}


def test_who_waits_for_room_is_let_go_when_the_kitchen_aborts():
    for seed in seeds()[:SOME]:
        told = []

        def waiter():
            for what in range(10):
                try:
                    kitchen.order(what)
                except ShutDown:
                    told.append((what, run.clock()))
                    return

        def chef():
            time.sleep(90)
            told.append(kitchen.abort())

        with schedule(seed) as run:
            kitchen = Kitchen(1, slow, room=2)
            together(waiter, chef)
        # At 90 seconds 0 is done, 1 is on the fire, 2 and 3 wait in the queue, and the waiter holds 4.
        assert (4, 90) in told, "the waiter hears of it at once"
        assert [2, 3] in told
        assert sorted(kitchen.done.values()) == [0, 1]


def test_no_order_vanishes_when_the_kitchen_aborts():
    def evening():
        kitchen = Kitchen(2, lambda what: what, room=1)
        refused, dropped = [], []

        def waiter(first):
            for what in range(first, first + 4):
                try:
                    kitchen.order(what)
                except ShutDown:
                    refused.append(what)

        together(lambda: waiter(0), lambda: waiter(10), lambda: dropped.extend(kitchen.abort()))
        return sorted([*kitchen.done.values(), *dropped, *refused])

    everything = [0, 1, 2, 3, 10, 11, 12, 13]
    bad = explore(evening, lambda orders: orders == everything, seeds())
    assert bad is None, (
        f"under seed {bad} an order was neither cooked nor returned nor refused, or a waiter is stuck"
    )


def test_aborting_ends_the_waiting_of_others_too():
    for seed in seeds()[:SOME]:
        ends = []

        def guest():
            kitchen.wait()
            ends.append(run.clock())

        def chef():
            time.sleep(10)
            kitchen.abort()

        with schedule(seed) as run:
            kitchen = Kitchen(1, slow)
            for what in range(5):
                kitchen.order(what)
            together(guest, chef)
        assert ends == [60], "the dish on the fire is finished, and nothing else will come"


def test_closing_may_happen_twice_and_from_two_sides():
    def two_chefs():
        kitchen = Kitchen(3, lambda what: what)
        kitchen.order("soup")
        ends = []
        together(lambda: ends.append(kitchen.close()), lambda: ends.append(kitchen.close()))
        return ends == [({1: "soup"}, {})] * 2 and kitchen.close() == ends[0] and kitchen.abort() == []

    assert explore(two_chefs, bool, seeds()) is None


def test_every_value_can_be_ordered():
    for seed in seeds()[:SOME]:
        with schedule(seed):
            done, failed = run_kitchen([None, 0, None, ""], 2, repr)
        assert done == {1: "None", 2: "0", 3: "None", 4: "''"}
        assert failed == {}


def test_an_empty_day():
    for seed in seeds()[:SOME]:
        with schedule(seed):
            assert run_kitchen([], 1, slow) == ({}, {})
            assert threading.active_count() == 1


def test_orders_are_fetched_only_when_there_is_room():
    for seed in seeds()[:SOME]:
        fetched, cooked, ahead = [], [], []

        def orders():
            for number in range(20):
                fetched.append(number)
                ahead.append(len(fetched) - len(cooked))
                yield number

        def cook(what):
            time.sleep(1)
            cooked.append(what)

        with schedule(seed):
            run_kitchen(orders(), 2, cook)
        assert len(cooked) == 20
        assert max(ahead) <= 5, (
            "two on the fire, two in the queue and one in the hand: with a million orders, the rest has to wait outside"
        )


def test_when_the_list_of_orders_fails_the_cooks_go_home():
    def orders():
        yield "soup"
        yield "rice"
        raise ConnectionError("the waiter has stumbled")

    for seed in seeds()[:SOME]:
        cooked = []

        def cook(what):
            time.sleep(60)
            cooked.append(what)

        with schedule(seed):
            with pytest.raises(ConnectionError, match="stumbled"):
                run_kitchen(orders(), 1, cook)
            assert threading.active_count() == 1, "somebody is still waiting for orders"
        assert cooked == ["soup", "rice"], "both were ordered before the error: they are cooked"


def test_a_number_belongs_to_its_order_and_not_to_its_end():
    def cook(minutes):
        time.sleep(minutes * 60)
        return f"{minutes} minutes"

    for seed in seeds()[:SOME]:
        with schedule(seed):
            kitchen = Kitchen(3, cook)
            numbers = [kitchen.order(minutes) for minutes in (9, 1, 5)]
            done, _ = kitchen.close()
        assert numbers == [1, 2, 3]
        assert done == {1: "9 minutes", 2: "1 minutes", 3: "5 minutes"}
