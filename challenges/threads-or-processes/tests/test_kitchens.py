"""One interface, two kitchens."""
import os
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from kitchen import WatchedThreads, cook, cook_carefully, open_kitchen, who_cooks

from solution import Profile, Result, choose, fan_out, first_success, measure


@pytest.fixture(scope="module")
def processes():
    spawn = get_context("spawn")
    # Where only one child can run at a time, it has nobody to wait for.
    barrier = spawn.Barrier(min(2, os.process_cpu_count()))
    with ProcessPoolExecutor(2, spawn, open_kitchen, (barrier,)) as executor:
        yield executor


@pytest.fixture
def threads():
    with ThreadPoolExecutor(3) as executor:
        yield executor


@pytest.fixture(params=["threads", "processes"])
def executor(request, threads, processes):
    return threads if request.param == "threads" else processes


def test_every_item_has_its_result(executor):
    dishes = ["soup", "salad", "bread", "tart", "tea"]
    expected = [Result(dish, f"{dish} is ready") for dish in dishes]
    assert fan_out(cook, dishes, executor, 2) == expected


def test_an_error_stays_with_its_item(executor):
    results = fan_out(cook_carefully, ["soup", "fugu", "tart"], executor, 3)
    assert [result.value for result in results] == ["soup is ready", None, "tart is ready"]
    assert [type(result.error) for result in results] == [type(None), ValueError, type(None)]


def test_answers_keep_the_order_of_the_items(threads):
    bell = threading.Event()

    def wait_for_the_last(dish):
        if dish == "roast":
            bell.wait(20)
        if dish == "tea":
            bell.set()
        return dish

    dishes = ["roast", "salad", "tea"]
    results = fan_out(wait_for_the_last, dishes, threads, 3)
    assert [result.value for result in results] == dishes, "the roast was finished last"


def test_threads_are_in_one_process(threads):
    cooks = [result.value for result in fan_out(who_cooks, range(6), threads, 3)]
    assert {pid for pid, _ in cooks} == {os.getpid()}


def test_processes_are_others(processes):
    parties = min(2, os.process_cpu_count())
    cooks = [result.value for result in fan_out(who_cooks, range(parties), processes, 2)]
    pids = {pid for pid, _ in cooks}
    assert os.getpid() not in pids
    assert len(pids) == parties, "both were in the pool at the same time, waiting for each other"


def test_no_more_than_limit_are_unfinished():
    with WatchedThreads(4) as threads:
        assert len(fan_out(cook, range(50), threads, 3)) == 50
        assert threads.most <= 3, f"{threads.most} dishes were unfinished at the same time"


def test_the_first_answer_counts(threads):
    def fail():
        raise OSError("no such recipe")

    assert first_success([fail, lambda: "stew"], threads) == "stew"


def test_measure_tells_work_from_waiting():
    # By the wall clock the call takes 8 seconds; the processor was busy for 3 of them.
    walls, cpus, cooked = iter([100.0, 108.0]), iter([40.0, 43.0]), []
    profile = measure(cooked.append, "soup", lambda: next(walls), lambda: next(cpus))
    assert profile == Profile(work=3.0, wait=5.0)
    assert cooked == ["soup"], "what is measured is one call"
    # A call with two threads of its own: three seconds passed, and the processors worked for five.
    walls, cpus = iter([100.0, 103.0]), iter([40.0, 45.0])
    profile = measure(cooked.append, "tart", lambda: next(walls), lambda: next(cpus))
    assert profile == Profile(work=5.0, wait=0.0), "nobody waits less than nothing"


@pytest.mark.parametrize(
    ("work", "wait", "expected"),
    [
        (0.002, 0.3, "threads"),
        (0.4, 0.1, "processes"),
        (0.00002, 0.0, "neither"),
        (0.3, 2.0, "threads"),
    ],
)
def test_the_choice(work, wait, expected):
    assert choose(Profile(work, wait)) == expected
