"""A kitchen with accidents, and two ways to end the day."""

import threading
import time

from interleave import explore, schedule, seeds

from solution import Kitchen, run_kitchen

SOME = 5  # seeds for a test in which the order matters less


def slow(what):
    """Takes a minute; burns what is called so."""
    time.sleep(60)
    if what == "burnt":
        raise ValueError("burnt")
    return what.upper()


def test_every_order_is_cooked_once_and_every_cook_goes_home():
    def lunch():
        cooked = []

        def cook(what):
            cooked.append(what)
            return what * 2

        done, failed = run_kitchen(range(6), 3, cook)
        return sorted(cooked), done, failed, threading.active_count()

    expected = list(range(6)), {number: (number - 1) * 2 for number in range(1, 7)}, {}, 1
    bad = explore(lunch, lambda outcome: outcome == expected, seeds())
    assert bad is None, (
        f"under seed {bad} a dish is missing or was cooked twice, or a cook is still waiting for orders"
    )


def test_cooks_work_side_by_side():
    for seed in seeds()[:SOME]:
        with schedule(seed) as run:
            done, _ = run_kitchen(["soup", "rice", "fish", "cake", "tea"], 2, slow)
        assert run.clock() == 180, "five dishes of a minute, two at a time"
        assert done == {1: "SOUP", 2: "RICE", 3: "FISH", 4: "CAKE", 5: "TEA"}


def test_an_accident_costs_one_dish_and_no_cook():
    for seed in seeds()[:SOME]:
        with schedule(seed):
            done, failed = run_kitchen(["burnt", "soup", "burnt", "rice"], 1, slow)
        assert done == {2: "SOUP", 4: "RICE"}
        assert {number: str(error) for number, error in failed.items()} == {1: "burnt", 3: "burnt"}


def test_waiting_ends_although_a_dish_has_failed():
    for seed in seeds()[:SOME]:
        with schedule(seed) as run:
            kitchen = Kitchen(2, slow)
            for what in ("soup", "burnt", "rice"):
                kitchen.order(what)
            kitchen.wait()
            assert run.clock() == 120
            assert sorted(kitchen.done) == [1, 3]
            assert kitchen.order("cake") == 4, "the kitchen is still open"
            kitchen.close()


def test_closing_finishes_what_was_ordered():
    for seed in seeds()[:SOME]:
        with schedule(seed) as run:
            kitchen = Kitchen(2, slow)
            for what in ("soup", "rice", "fish"):
                kitchen.order(what)
            done, failed = kitchen.close()
            assert run.clock() == 120
            assert threading.active_count() == 1, "all cooks are at home when close() returns"
        assert (done, failed) == ({1: "SOUP", 2: "RICE", 3: "FISH"}, {})


def test_aborting_returns_what_nobody_has_begun():
    for seed in seeds()[:SOME]:
        with schedule(seed) as run:
            kitchen = Kitchen(2, slow)
            for what in ("soup", "rice", "fish", "cake", "tea"):
                kitchen.order(what)
            time.sleep(30)
            dropped = kitchen.abort()
            assert run.clock() == 60, "what stands on the fire is finished"
            assert threading.active_count() == 1
        assert dropped == ["fish", "cake", "tea"], "in the order in which they were ordered"
        assert sorted(kitchen.done.values()) == ["RICE", "SOUP"]
