"""These tests are shown to the learner. The `async` ones run inside an event loop with a virtual clock."""
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


def test_a_blocking_call_in_a_coroutine_is_found():
    source = "import time\n\nasync def tick():\n    print('tick')\n    time.sleep(1)\n"
    assert find_blockers(source) == [(5, "time.sleep")], "the line of the call, and the function's full name"


def test_in_a_plain_function_it_may_block():
    source = "import time\n\ndef tick():\n    time.sleep(1)\n\ntime.sleep(2)\n"
    assert find_blockers(source) == [], "no coroutine here, so no loop is blocked"


@pytest.mark.parametrize("imported, call, name", [
    ("import time as t", "t.sleep(1)", "time.sleep"),
    ("from time import sleep", "sleep(1)", "time.sleep"),
    ("from time import monotonic, sleep as nap", "nap(1)", "time.sleep"),
    ("import urllib.request", "urllib.request.urlopen(url)", "urllib.request.urlopen"),
    ("import urllib.request as web", "web.urlopen(url)", "urllib.request.urlopen"),
    ("from urllib import request", "request.urlopen(url)", "urllib.request.urlopen"),
])
def test_an_import_under_another_name_does_not_hide_it(imported, call, name):
    source = f"{imported}\n\nasync def tick(url):\n    {call}\n"
    assert find_blockers(source) == [(4, name)], f"with `{imported}`, `{call}` is {name}"


def test_the_sleep_of_asyncio_is_fine():
    source = "import asyncio\nfrom asyncio import sleep\n\nasync def tick():\n    await asyncio.sleep(1)\n    await sleep(1)\n"
    assert find_blockers(source) == [], "that one waits and lets the others run"


async def test_a_heart_on_time_says_nothing():
    late = []
    heart = asyncio.create_task(heartbeat(1, 0.25, Clock(), late.append))
    await asyncio.sleep(10)
    heart.cancel()
    await asyncio.gather(heart, return_exceptions=True)
    assert late == []


async def test_a_late_beat_is_told_with_its_delay():
    clock, late = Clock(), []
    heart = asyncio.create_task(heartbeat(1, 0.25, clock, late.append))
    await asyncio.sleep(3.5)
    clock.block(2)
    await asyncio.sleep(10)
    heart.cancel()
    await asyncio.gather(heart, return_exceptions=True)
    assert late == [2], "two seconds were blocked once: one late beat, two seconds late"


async def test_watch_gives_the_result_and_the_late_beats():
    clock = Clock()

    async def main():
        await asyncio.sleep(1.5)
        clock.block(3)
        await asyncio.sleep(5.5)
        clock.block(4)
        await asyncio.sleep(5)
        return "done"

    assert await watch(main(), 1, 0.25, clock) == ("done", [3, 4])
