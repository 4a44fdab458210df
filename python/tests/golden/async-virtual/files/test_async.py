import asyncio
import unittest

import pytest

from solution import run_it, wait_long


async def test_jumps():
    assert await wait_long() == 3600.0


async def test_starts_at_zero():
    assert asyncio.get_running_loop().time() == 0.0
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    assert asyncio.get_running_loop().time() == pytest.approx(0.3)


def test_own_run():
    assert run_it() == 3600.0


def test_other_ways_to_make_a_loop():
    with asyncio.Runner() as runner:
        assert runner.run(wait_long()) == 3600.0
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(wait_long()) == 3600.0
    loop.close()


async def test_overlap():
    await asyncio.gather(asyncio.sleep(3), asyncio.sleep(5), asyncio.sleep(10 * 86_400))
    assert asyncio.get_running_loop().time() == 864_000.0


async def test_times_out():
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(60):
            await asyncio.sleep(120)
    assert asyncio.get_running_loop().time() == 60.0


def test_no_loop_is_running():
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()


class TestCases(unittest.IsolatedAsyncioTestCase):
    async def test_isolated(self):
        started = asyncio.get_running_loop().time()
        await asyncio.sleep(1_000)
        self.assertAlmostEqual(asyncio.get_running_loop().time() - started, 1_000)


async def test_fails():
    assert await wait_long() == 3601.0
