"""These tests are shown to the learner. They run inside an event loop with a virtual clock."""
import asyncio

import pytest
from solution import Place, StuckError, run_watched, stuck_report


def now():
    """Each test has a loop of its own, and its clock begins at 0."""
    return asyncio.get_running_loop().time()


async def after(seconds, result):
    await asyncio.sleep(seconds)
    return result


async def pay(mine, yours):
    async with mine:
        await asyncio.sleep(1)
        async with yours:
            return "paid"


PAY_LINE = pay.__code__.co_firstlineno


def two_who_pay_each_other():
    ana, ben = asyncio.Lock(), asyncio.Lock()
    return {"Ana": pay(ana, ben), "Ben": pay(ben, ana)}


async def test_the_results_come_by_name():
    results = await run_watched({"x": after(2, 1), "y": after(1, 2)}, timeout=5)
    assert list(results.items()) == [("x", 1), ("y", 2)]


async def test_the_tasks_run_side_by_side():
    await run_watched({str(number): after(2, number) for number in range(5)}, timeout=9)
    assert now() == 2, "five tasks of two seconds side by side take two seconds"


async def test_two_who_wait_for_each_other_are_named():
    with pytest.raises(StuckError) as caught:
        await run_watched(two_who_pay_each_other(), timeout=5)
    assert [(task, function) for task, function, _ in caught.value.report] == [("Ana", "pay"), ("Ben", "pay")]


async def test_the_report_has_the_line_at_which_a_task_waits():
    with pytest.raises(StuckError) as caught:
        await run_watched(two_who_pay_each_other(), timeout=5)
    lines = [line for _, _, line in caught.value.report]
    assert lines == [PAY_LINE + 3] * 2, f"pay begins in line {PAY_LINE}; the second lock is three lines further down"


async def test_the_message_says_who_and_where():
    with pytest.raises(StuckError) as caught:
        await run_watched(two_who_pay_each_other(), timeout=5)
    for word in ("Ana", "Ben", "pay", str(PAY_LINE + 3)):
        assert word in str(caught.value), "whoever reads only the message needs task, function and line"


async def test_those_that_are_over_are_not_reported():
    with pytest.raises(StuckError) as caught:
        await run_watched({**two_who_pay_each_other(), "fine": after(1, "ok")}, timeout=5)
    assert [place.task for place in caught.value.report] == ["Ana", "Ben"]


async def test_the_innermost_place_is_reported():
    async def serve(door):
        await handle(door)

    async def handle(door):
        await door.wait()

    task = asyncio.create_task(serve(asyncio.Event()), name="web")
    await asyncio.sleep(1)
    report = stuck_report([task])
    task.cancel()
    assert report == [Place("web", "handle", handle.__code__.co_firstlineno + 1)], (
        "serve only awaits handle: go down the whole chain, and keep the last place that is not asyncio's own code"
    )
