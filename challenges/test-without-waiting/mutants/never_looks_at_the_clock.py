import asyncio

import pytest
from retrying import retry


def now():
    """Each test has a loop of its own, and its clock begins at 0."""
    return asyncio.get_running_loop().time()


class Script:
    """A call that does what the script says, one line for each try."""

    def __init__(self, *lines, seconds=0):
        self.lines = list(lines)
        self.seconds = seconds  # how long each try takes
        self.moments = []  # when each try began
        self.cancelled = 0

    async def __call__(self):
        self.moments.append(now())
        line = self.lines.pop(0)
        try:
            await asyncio.sleep(self.seconds)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if isinstance(line, BaseException):
            raise line
        return line


async def test_a_success_comes_back_at_once():
    call = Script("page")
    assert await retry(call) == "page"
    assert len(call.moments) == len([0])


async def test_it_is_tried_again_until_it_succeeds():
    call = Script(OSError(), OSError(), "page")
    assert await retry(call, attempts=5) == "page"
    assert len(call.moments) == 3


async def test_nothing_is_a_result_too():
    assert await retry(Script(None, "page")) is None


async def test_it_gives_up_at_once_after_the_last_try_with_its_error():
    call = Script(OSError("first"), OSError("second"), OSError("third"), "too late")
    with pytest.raises(OSError, match="third"):
        await retry(call)
    assert len(call.moments) == 3


async def test_other_errors_are_raised_at_once():
    call = Script(ZeroDivisionError(), "page")
    with pytest.raises(ZeroDivisionError):
        await retry(call)


async def test_the_caller_says_which_errors_are_caught():
    assert await retry(Script(KeyError(), "page"), catch=(KeyError,)) == "page"
    with pytest.raises(OSError):
        await retry(Script(OSError(), "page"), catch=(KeyError,))


async def test_the_pauses_grow():
    call = Script(*[OSError()] * 3, "page")
    await retry(call, attempts=4, delay=2, factor=3)
    assert len(call.moments) == len([0, 2, 2 + 6, 2 + 6 + 18])


async def test_the_pauses_do_not_grow_for_ever():
    call = Script(*[OSError()] * 4, "page")
    await retry(call, attempts=5, delay=1, longest=3)
    assert len(call.moments) == len([0, 1, 1 + 2, 1 + 2 + 3, 1 + 2 + 3 + 3])


async def test_the_second_use_begins_afresh():
    for _ in range(2):
        began = now()
        call = Script(OSError(), "page")
        await retry(call)
        assert len(call.moments) == len([began, began + 1])


async def test_a_try_that_takes_too_long_is_cancelled_and_repeated():
    call = Script("slow", "slower", "slowest", seconds=60)
    with pytest.raises(TimeoutError):
        await retry(call, timeout=5)
    assert len(call.moments) == len([0, 5 + 1, 5 + 1 + 5 + 2])
    assert call.cancelled == 3


async def test_the_timeout_is_for_each_try():
    call = Script(OSError(), OSError(), "page", seconds=4)
    assert await retry(call, timeout=5) == "page"


async def test_it_can_be_cancelled_in_a_try_and_in_a_pause():
    for seconds in (5, 0):
        call = Script(OSError(), "page", seconds=seconds)
        task = asyncio.create_task(retry(call, delay=10))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(call.moments) == 1


async def test_no_attempts_make_no_sense():
    with pytest.raises(ValueError):
        await retry(Script("page"), attempts=0)
