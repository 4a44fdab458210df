"""Run on submit; the learner sees the names and messages, not the code."""
import asyncio

import pytest
from solution import find_blockers, heartbeat, watch


class Clock:
    """The loop's virtual clock, plus what has been blocked. A simulation: nobody really waits."""

    def __init__(self):
        self.blocked = 0

    def __call__(self):
        return asyncio.get_running_loop().time() + self.blocked

    def block(self, seconds):
        self.blocked += seconds


def alone():
    return asyncio.all_tasks() == {asyncio.current_task()}


def names(source):
    return [name for _, name in find_blockers(source)]


def test_a_plain_function_inside_a_coroutine_may_block():
    source = """
import time
async def tick():
    def in_a_thread():
        time.sleep(1)
    again = lambda: time.sleep(2)
    await run(in_a_thread, again)
"""
    assert find_blockers(source) == [], "that a function or lambda is defined here does not mean that it runs here"


def test_after_an_inner_function_the_coroutine_goes_on():
    source = """
import time
async def tick():
    def helper():
        pass
    time.sleep(1)
"""
    assert find_blockers(source) == [(6, "time.sleep")], "after the inner function we are in the coroutine again"


def test_coroutines_and_imports_count_wherever_they_stand():
    source = """
def make():
    import time
    class Room:
        async def tick(self):
            time.sleep(1)
    return Room
"""
    assert find_blockers(source) == [(6, "time.sleep")], "a coroutine in a class in a plain function is a coroutine"


def test_handing_it_to_a_thread_is_no_call():
    source = "import asyncio, time\nasync def tick():\n    await asyncio.to_thread(time.sleep, 1)\n"
    assert find_blockers(source) == [], "time.sleep is not called here, it is handed on"


def test_methods_of_the_same_name_are_something_else():
    source = """
import requests
async def tick(self, queue, time):
    await queue.get()
    self.requests.get(1)
    self.time.sleep(1)
    factory().sleep(1)
    sleep(1)
"""
    assert find_blockers(source) == [], "none of these names leads to an imported module"


def test_a_module_of_the_own_package_is_another_module():
    source = "from . import time\nfrom .requests import get\nasync def tick():\n    time.sleep(1)\n    get(1)\n"
    assert find_blockers(source) == [], "look at the dots of a relative import"


def test_builtins_need_no_import_and_can_be_imported_over():
    assert names("async def ask():\n    return input('name? ')\n") == ["input"]
    assert names("from prompts import input\nasync def ask():\n    return input('name? ')\n") == []


def test_calls_are_found_wherever_they_stand():
    source = """
import requests, subprocess
async def main(urls):
    async with lock:
        pages = [requests.get(url).text for url in urls]
    if subprocess.run("make").returncode: log(requests.post(URL, data=subprocess.run(LOG)))
"""
    assert find_blockers(source) == [
        (5, "requests.get"),
        (6, "requests.post"),
        (6, "subprocess.run"),
        (6, "subprocess.run"),
    ], "in comprehensions, conditions, and as arguments of other calls"


async def test_a_small_delay_is_no_news():
    clock, late = Clock(), []
    heart = asyncio.create_task(heartbeat(1, 0.25, clock, late.append))
    await asyncio.sleep(0.5)
    clock.block(0.25)
    await asyncio.sleep(1)
    clock.block(0.5)
    await asyncio.sleep(1)
    heart.cancel()
    await asyncio.gather(heart, return_exceptions=True)
    assert late == [0.5], "only what is more than the threshold; and the small delay is not carried along"


async def test_a_heart_can_be_stopped():
    heart = asyncio.create_task(heartbeat(1, 0.25, Clock(), print))
    await asyncio.sleep(5.5)
    heart.cancel()
    with pytest.raises(asyncio.CancelledError):
        await heart
    assert alone()


async def test_a_block_in_the_first_step_is_seen():
    clock = Clock()

    async def main():
        clock.block(5)
        await asyncio.sleep(3)

    _, late = await watch(main(), 1, 0.25, clock)
    assert late == [5], "main blocked before its first await: had your heart begun by then?"


async def test_a_block_in_the_last_step_is_seen():
    clock = Clock()

    async def main():
        await asyncio.sleep(2.25)
        clock.block(5)
        return 1

    assert await watch(main(), 1, 0.25, clock) == (1, [4.25]), (
        "main ended in the step in which it blocked; the beat due at 3 had not come by 7.25"
    )


@pytest.mark.parametrize("how", ["returns", "fails", "is cancelled"])
async def test_the_heart_does_not_outlive_the_watch(how):
    async def main():
        await asyncio.sleep(1.5)
        if how == "fails":
            raise ValueError("no such room")
        if how == "is cancelled":
            await asyncio.sleep(100)
        return how

    watching = asyncio.create_task(watch(main(), 1, 0.25, Clock()))
    await asyncio.sleep(2)
    watching.cancel()
    [outcome] = await asyncio.gather(watching, return_exceptions=True)
    kind = {"returns": tuple, "fails": ValueError, "is cancelled": asyncio.CancelledError}[how]
    assert isinstance(outcome, kind), f"main {how}, and watch gave {outcome!r}"
    assert alone(), "the heart still beats"
