"""Run on submit; the learner sees the names and messages, not the code."""
import asyncio

import pytest
from solution import all_or_fallback, first_ok, gather_bounded


def now():
    return asyncio.get_running_loop().time()


def alone():
    return asyncio.all_tasks() == {asyncio.current_task()}


def sleeper(seconds, result=None, log=None):
    async def job():
        try:
            await asyncio.sleep(seconds)
            return result
        except asyncio.CancelledError:
            if log is not None:
                log.append(result)
            raise

    return job


def failing(seconds, error):
    async def job():
        await asyncio.sleep(seconds)
        raise error

    return job


async def test_a_free_place_is_taken_at_once():
    await gather_bounded([sleeper(3), sleeper(1), sleeper(1), sleeper(1)], limit=2)
    assert now() == 3, "while the long one works, the three short ones fit beside it, one after the other"


async def test_a_job_that_has_not_begun_never_begins():
    begun = []

    async def late():
        begun.append("late")

    with pytest.raises(ExceptionGroup):
        await gather_bounded([failing(1, ValueError()), late, late], limit=1)
    assert begun == [], (
        "the job that failed gave its place back, and the next in line began before anybody was cancelled"
    )


async def test_all_errors_of_one_moment_are_in_the_group():
    jobs = [failing(1, KeyError("a")), failing(1, ValueError("b")), sleeper(9)]
    with pytest.raises(ExceptionGroup) as caught:
        await gather_bounded(jobs, limit=3)
    assert sorted(type(error).__name__ for error in caught.value.exceptions) == ["KeyError", "ValueError"]


async def test_the_jobs_are_over_before_the_error_arrives():
    log = []

    async def tidies_up():
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(2)
            log.append("tidy")

    with pytest.raises(ExceptionGroup):
        await gather_bounded([tidies_up, failing(1, ValueError())], limit=2)
    assert log == ["tidy"], "a cancelled job may need a moment for its finally: wait for it"
    assert now() == 3 and alone()


@pytest.mark.parametrize("call", [
    lambda jobs: gather_bounded(jobs, limit=2),
    lambda jobs: first_ok(jobs),
    lambda jobs: all_or_fallback(jobs, limit=2, fallback=[]),
], ids=["gather_bounded", "first_ok", "all_or_fallback"])
async def test_who_cancels_the_caller_cancels_the_jobs(call):
    log = []
    caller = asyncio.create_task(call([sleeper(50, "a", log), sleeper(60, "b", log)]))
    await asyncio.sleep(1)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert sorted(log) == ["a", "b"], "each job has to see the cancellation"
    assert now() == 1 and alone()


@pytest.mark.parametrize("limit", [0, -1])
async def test_a_limit_without_room_is_refused(limit):
    try:
        await gather_bounded([sleeper(1)], limit=limit)
    except ValueError:
        return
    pytest.fail(f"gather_bounded with limit={limit} can never run anything: ValueError")


async def test_no_jobs_are_no_trouble_for_gather_and_too_few_for_a_race():
    assert await gather_bounded([], limit=1) == []
    assert await all_or_fallback([], limit=1, fallback=["old"]) == []
    try:
        await first_ok([])
    except ValueError:
        return
    pytest.fail("first_ok([]) has no winner: ValueError")


async def test_the_losers_are_over_when_the_winner_is_known():
    log = []
    assert await first_ok([sleeper(5, "slow", log), sleeper(1, "quick", log)]) == "quick"
    assert log == ["slow"], "the loser still runs: cancel it, and wait for its end"
    assert alone()


async def test_nobody_may_win_with_none():
    assert await first_ok([sleeper(2, "late"), sleeper(1, None)]) is None, "None is a result too"


async def test_a_loser_that_fails_on_its_way_out_does_no_harm():
    async def clumsy():
        try:
            await asyncio.sleep(100)
        finally:
            raise OSError("the socket was closed already")

    assert await first_ok([clumsy, sleeper(1, "quick")]) == "quick"
    assert alone(), "first_ok returned while a job was still running"


async def test_when_all_fail_every_error_is_told_in_the_order_of_the_jobs():
    jobs = [failing(3, KeyError("a")), failing(1, OSError("b")), failing(2, ValueError("c"))]
    with pytest.raises(ExceptionGroup) as caught:
        await first_ok(jobs)
    kinds = [type(error).__name__ for error in caught.value.exceptions]
    assert kinds == ["KeyError", "OSError", "ValueError"]
    assert now() == 3, "the race is lost when the last one has failed"


async def test_a_bug_is_not_hidden_by_the_fallback():
    jobs = [failing(1, OSError("no route")), failing(1, ZeroDivisionError("a bug"))]
    with pytest.raises(ExceptionGroup) as caught:
        await all_or_fallback(jobs, limit=2, fallback=[])
    kinds = [type(error).__name__ for error in caught.value.exceptions]
    assert kinds == ["ZeroDivisionError"], "the network is forgiven; what is left over is raised"


async def test_too_late_is_the_network_too():
    async def impatient():
        async with asyncio.timeout(2):
            await asyncio.sleep(10)

    assert await all_or_fallback([impatient], limit=1, fallback="old news") == "old news"
