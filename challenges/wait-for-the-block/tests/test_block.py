"""These tests are shown to the learner. They run inside an event loop with a virtual clock."""
import asyncio

import pytest
from solution import all_or_fallback, first_ok, gather_bounded


class Crew:
    """Makes jobs, and knows how many are at work."""

    def __init__(self):
        self.working, self.most, self.log = 0, 0, []

    def job(self, name, seconds, error=None):
        async def work():
            self.working += 1
            self.most = max(self.most, self.working)
            self.log.append(f"{name} begins")
            try:
                await asyncio.sleep(seconds)
                if error is not None:
                    raise error
                self.log.append(f"{name} ends")
                return name
            except asyncio.CancelledError:
                self.log.append(f"{name} cancelled")
                raise
            finally:
                self.working -= 1

        return work


@pytest.fixture
def crew():
    return Crew()


def now():
    """Each test has a loop of its own, and its clock begins at 0."""
    return asyncio.get_running_loop().time()


async def test_results_come_in_the_order_of_the_jobs(crew):
    jobs = [crew.job("a", 3), crew.job("b", 1), crew.job("c", 2)]
    assert await gather_bounded(jobs, limit=3) == ["a", "b", "c"], "b is over first, but a stands first"
    assert now() == 3, "three jobs side by side take as long as the longest"


async def test_never_more_than_the_limit_are_at_work(crew):
    await gather_bounded([crew.job(str(n), 1) for n in range(5)], limit=2)
    assert crew.most == 2, f"{crew.most} jobs were at work at the same moment, and the limit was 2"
    assert now() == 3, "five jobs of one second, two at a time, take three seconds"


async def test_an_error_cancels_the_others_and_comes_in_a_group(crew):
    jobs = [crew.job("slow", 100), crew.job("broken", 1, ValueError("page 7"))]
    with pytest.raises(ExceptionGroup) as caught:
        await gather_bounded(jobs, limit=2)
    assert [str(error) for error in caught.value.exceptions] == ["page 7"]
    assert "slow cancelled" in crew.log, "the other job was still running when you gave up"
    assert now() == 1, "nobody waits a hundred seconds for a job that is not needed any more"


async def test_the_first_result_wins(crew):
    jobs = [crew.job("slow", 5), crew.job("quick", 2), crew.job("slower", 9)]
    assert await first_ok(jobs) == "quick"
    assert now() == 2, "when there is a winner, nobody else is waited for"


async def test_a_failure_does_not_win(crew):
    jobs = [crew.job("broken", 1, OSError("no route")), crew.job("good", 4)]
    assert await first_ok(jobs) == "good", "the first to finish had failed: it is out of the race"


async def test_a_failing_network_gives_the_fallback(crew):
    jobs = [crew.job("good", 2), crew.job("broken", 1, OSError("no route"))]
    assert await all_or_fallback(jobs, limit=2, fallback=["old news"]) == ["old news"]
    assert "good cancelled" in crew.log


async def test_without_errors_there_is_no_fallback(crew):
    jobs = [crew.job("a", 2), crew.job("b", 1)]
    assert await all_or_fallback(jobs, limit=1, fallback=["old news"]) == ["a", "b"]
    assert crew.most == 1, "the limit holds here too"
