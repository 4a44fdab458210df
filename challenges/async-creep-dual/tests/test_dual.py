"""These tests are shown to the learner. The `async` ones run inside an event loop with a virtual clock."""
import asyncio
import inspect

import pytest
from solution import afetch_all, drive, dual, fetch_all


@dual
async def double(x, *, delay=0):
    await asyncio.sleep(delay)
    return 2 * x


def settled(result):
    """The result itself; a coroutine that nobody will await is closed first, so that Python does not warn."""
    if inspect.iscoroutine(result):
        result.close()
    return result


def test_a_synchronous_caller_gets_the_value():
    result = settled(double(4))
    assert result == 8, "no loop is running here: the caller wants the result, not a coroutine"


def test_keyword_arguments_pass_through():
    assert settled(double(x=4, delay=5)) == 8


async def test_inside_a_loop_you_get_an_awaitable():
    try:
        result = double(4)
    except RuntimeError as error:
        pytest.fail(f"a loop is running here, and the call raised: {error}")
    assert inspect.isawaitable(result), "inside a loop the caller wants to await"
    assert await result == 8


async def test_two_calls_inside_a_loop_overlap():
    loop = asyncio.get_running_loop()
    began = loop.time()
    results = await asyncio.gather(double(1, delay=3), double(2, delay=3))
    assert results == [2, 4]
    assert loop.time() - began == 3, "two waits of 3 seconds side by side take 3 seconds"


def test_drive_runs_a_chain_of_awaits():
    async def inner():
        return 5

    async def outer():
        return await inner() + 1

    assert drive(outer()) == 6, "the result is in the StopIteration that send(None) raises"


def test_fetch_all_with_a_plain_fetch():
    try:
        pages = fetch_all(str.upper, ["a", "b"])
    except TypeError as error:
        pytest.fail(f"a plain fetch returns its result, there is nothing to await: {error}")
    assert pages == {"a": "A", "b": "B"}


async def test_afetch_all_with_an_async_fetch():
    async def fetch(url):
        await asyncio.sleep(1)
        return url.upper()

    assert await afetch_all(fetch, ["a", "b"]) == {"a": "A", "b": "B"}
