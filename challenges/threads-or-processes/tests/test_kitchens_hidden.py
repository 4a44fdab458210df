"""Full kitchens, closed kitchens, and cooks who fall over."""
import threading
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from kitchen import OneDish, WatchedThreads, cook, faint

from solution import Profile, choose, fan_out, first_success


@pytest.fixture
def one_process():
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        yield executor


@pytest.fixture
def threads():
    with WatchedThreads(4) as executor:
        yield executor


def test_items_are_read_when_there_is_room(threads):
    on_the_way = []

    def menu():
        for number in range(20):
            finished = sum(future.done() for future in threads.futures)
            on_the_way.append(number + 1 - finished)
            yield f"dish {number}"

    assert len(fan_out(cook, menu(), threads, 2)) == 20
    assert max(on_the_way) <= 2, (
        f"{max(on_the_way)} items had been read and were not finished; there is room for two"
    )


def test_those_who_wait_wait_together(threads):
    table = threading.Barrier(4)
    results = fan_out(lambda _: table.wait(20) >= 0, range(4), threads, 4)
    assert [result.value for result in results] == [True] * 4


def test_a_slow_item_does_not_hold_up_the_others(threads):
    bell = threading.Event()

    def roast_or_salad(number):
        if number == 0:
            return bell.wait(20)
        if number == 5:
            bell.set()
        return True

    results = fan_out(roast_or_salad, range(6), threads, 2)
    assert results[0].value is True, "five salads can be served while the roast is in the oven"


def test_what_cannot_be_sent_is_an_error_of_its_item(one_process):
    results = fan_out(lambda dish: dish, ["soup", "tart"], one_process, 2)
    assert [result.item for result in results] == ["soup", "tart"]
    assert all(result.error is not None for result in results)


def test_a_worker_that_dies_fails_its_items(one_process):
    results = fan_out(faint, range(4), one_process, 1)
    assert [result.item for result in results] == [0, 1, 2, 3]
    assert all(isinstance(result.error, BrokenExecutor) for result in results)


def test_no_items_are_fine_and_no_limit_is_not(threads):
    assert fan_out(cook, [], threads, 3) == []
    for limit in (0, -1):
        with pytest.raises(ValueError):
            fan_out(cook, ["soup"], threads, limit)


def test_the_executor_stays_open():
    executor = ThreadPoolExecutor(1)
    fan_out(cook, ["soup"], executor, 1)
    first_success([lambda: 1], executor)
    assert executor.submit(cook, "tart").result(20) == "tart is ready"
    executor.shutdown()


def test_what_has_not_begun_is_cancelled():
    kitchen = OneDish()
    assert first_success([lambda: "stew", lambda: "soup", lambda: "tart"], kitchen) == "stew"
    assert [future.cancelled() for future in kitchen.futures] == [False, True, True]


def test_the_first_answer_is_not_held_up_by_the_slow(threads):
    bell, finished = threading.Event(), []

    def slow():
        bell.wait(10)
        finished.append("roast")

    answer = first_success([slow, lambda: "salad"], threads)
    finished_by_then = list(finished)
    bell.set()
    assert answer == "salad"
    assert finished_by_then == [], "the answer was there, and the roast was waited for"


def test_if_everybody_fails_all_reasons_are_told(threads):
    def fail_with(error):
        def fail():
            raise error

        return fail

    errors = [KeyError("salt"), OSError("no gas"), ValueError("too hot")]
    with pytest.raises(ExceptionGroup) as caught:
        first_success([fail_with(error) for error in errors], threads)
    assert list(caught.value.exceptions) == errors, "all of them, in the order of the functions"
    with pytest.raises(ValueError):
        first_success([], threads)


def test_the_edges_of_the_choice():
    assert choose(Profile(work=0.001, wait=0.001)) == "threads"
    assert choose(Profile(work=0.0, wait=0.00095)) == "neither"
    assert choose(Profile(work=0.05, wait=0.0)) == "processes"
    assert choose(Profile(work=0.049, wait=0.04)) == "neither"
