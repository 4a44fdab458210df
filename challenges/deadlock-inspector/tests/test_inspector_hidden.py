"""Run on submit; the learner sees the names and messages, not the code."""
import asyncio

import pytest
from solution import StuckError, run_watched, stuck_report


def now():
    return asyncio.get_running_loop().time()


def alone():
    return asyncio.all_tasks() == {asyncio.current_task()}


async def forever():
    await asyncio.Event().wait()


async def fails(seconds, error):
    await asyncio.sleep(seconds)
    raise error


class Desk:
    async def open(self):
        await self.serve()

    async def serve(self):
        await self.answer()

    async def answer(self):
        await asyncio.get_running_loop().create_future()


async def test_methods_and_long_chains_are_followed_to_their_end():
    task = asyncio.create_task(Desk().open(), name="desk")
    await asyncio.sleep(1)
    [place] = stuck_report([task])
    task.cancel()
    line = Desk.answer.__code__.co_firstlineno + 1
    assert place == ("desk", "answer", line), "a bare future has no frame: the one who awaits it has"


async def test_whatever_a_task_waits_for_its_own_code_is_named():
    other = asyncio.create_task(forever(), name="other")

    async def sleeps():
        await asyncio.sleep(100)

    async def joins():
        await other

    async def gets():
        await asyncio.Queue().get()

    async def gathers():
        await asyncio.gather(other)

    async def limits():
        await asyncio.wait_for(forever(), 50)

    tasks = [asyncio.create_task(coro(), name=coro.__name__) for coro in (sleeps, joins, gets, gathers, limits)]
    await asyncio.sleep(1)
    report = stuck_report(tasks)
    for task in (other, *tasks):
        task.cancel()
    functions = {task: function for task, function, _ in report}
    inner = functions.pop("limits")
    assert list(functions.values()) == ["gathers", "gets", "joins", "sleeps"], "none of these places is inside asyncio"
    assert inner == "forever", "limits awaits wait_for, which is asyncio's; but that awaits forever, which is not"


async def test_a_report_leaves_out_tasks_that_are_over_and_sorts_the_others():
    async def quick():
        return 1

    tasks = [asyncio.create_task(coro(), name=name) for name, coro in [("c", forever), ("a", quick), ("b", forever)]]
    before = stuck_report(tasks)
    await asyncio.sleep(1)
    report = stuck_report(tasks)
    for task in tasks:
        task.cancel()
    assert [place[0] for place in report] == ["b", "c"]
    assert [place[:2] for place in before] == [("a", "quick"), ("b", "forever"), ("c", "forever")], (
        "a task that has not begun awaits nothing, and is not over either"
    )


async def test_the_tasks_carry_their_names():
    async def own_name():
        return asyncio.current_task().get_name()

    assert await run_watched({"left": own_name(), "right": own_name()}, timeout=1) == {
        "left": "left",
        "right": "right",
    }


async def test_nothing_to_watch_is_no_mistake():
    assert await run_watched({}, timeout=1) == {}


async def test_it_waits_exactly_as_long_as_told():
    with pytest.raises(StuckError):
        await run_watched({"slow": asyncio.sleep(100)}, timeout=7)
    assert now() == 7


async def test_no_task_survives():
    with pytest.raises(StuckError):
        await run_watched({"a": forever(), "b": forever()}, timeout=5)
    assert alone(), "the stuck tasks are still there: cancel them, and wait until they are over"


async def test_clean_up_may_take_its_time():
    log = []

    async def tidy():
        try:
            await forever()
        finally:
            await asyncio.sleep(2)
            log.append("tidy")

    with pytest.raises(StuckError):
        await run_watched({"tidy": tidy()}, timeout=5)
    assert log == ["tidy"], "cancelling only asks for the end: wait for it"


async def test_the_report_is_from_the_time_before_the_cancelling():
    async def clings():
        try:
            await forever()
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            raise

    with pytest.raises(StuckError) as caught:
        await run_watched({"clings": clings()}, timeout=5)
    assert [function for _, function, _ in caught.value.report] == ["forever"], (
        "that is where it was stuck; afterwards it stood in its own clean-up, or nowhere"
    )


async def test_an_error_is_raised_at_once():
    with pytest.raises(ValueError, match="bad amount"):
        await run_watched({"slow": asyncio.sleep(100), "bad": fails(1, ValueError("bad amount"))}, timeout=50)
    assert now() == 1, "nobody has to wait for the timeout when one has failed"


async def test_an_error_ends_the_others():
    log = []

    async def slow():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            log.append("cancelled")
            raise

    with pytest.raises(ValueError):
        await run_watched({"slow": slow(), "bad": fails(1, ValueError())}, timeout=50)
    assert log == ["cancelled"] and alone()


async def test_an_error_of_the_clean_up_does_not_replace_the_report():
    async def clumsy():
        try:
            await forever()
        finally:
            raise OSError("closed already")

    with pytest.raises(StuckError):
        await run_watched({"clumsy": clumsy()}, timeout=5)


async def test_who_cancels_the_watcher_cancels_the_watched():
    watcher = asyncio.create_task(run_watched({"a": forever(), "b": forever()}, timeout=50))
    await asyncio.sleep(1)
    watcher.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watcher
    assert alone(), "the watcher is gone, and what it watched goes on"
