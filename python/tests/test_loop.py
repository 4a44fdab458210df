"""Ordinary asyncio programs on SyncLoop, with the real clock and with the virtual one."""

import asyncio
import contextvars
import sys
import time
import unittest

import pytest

from kernel import bridge
from kernel.detach import detached
from kernel.loop import SyncLoop


@pytest.fixture(params=["real", "virtual"])
def clock(request):
    """Both kinds of SyncLoop, also where the native loop would be used."""
    with detached(), bridge.running_on(request.param):
        undo = bridge._use_sync_loop()
        yield request.param
        undo()


pytestmark = pytest.mark.usefixtures("clock")


def test_the_loop_is_ours():
    async def main():
        return type(asyncio.get_running_loop())

    assert asyncio.run(main()) is SyncLoop


def test_sleeps_overlap():
    async def main():
        start = asyncio.get_running_loop().time()
        values = await asyncio.gather(*(asyncio.sleep(0.02 * (5 - i), i) for i in range(5)))
        return values, asyncio.get_running_loop().time() - start

    values, seconds = asyncio.run(main())
    assert values == [0, 1, 2, 3, 4]
    assert 0.099 < seconds < 0.29, "one after the other it would have taken 0.3"


def test_timeout_block():
    async def main():
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1_000)

    with pytest.raises(TimeoutError):
        asyncio.run(main())


def test_wait_for_cancels():
    log = []

    async def worker():
        try:
            await asyncio.sleep(1_000)
        except asyncio.CancelledError:
            log.append("cancelled")
            raise

    async def main():
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(worker(), 0.01)

    asyncio.run(main())
    assert log == ["cancelled"]


def test_task_group_errors():
    async def bad():
        await asyncio.sleep(0)
        raise ValueError("x")

    async def main():
        async with asyncio.TaskGroup() as group:
            group.create_task(bad())
            group.create_task(asyncio.sleep(1_000))

    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(main())
    assert caught.group_contains(ValueError) if hasattr(caught, "group_contains") else True
    assert len(caught.value.exceptions) == 1


def test_queue_between_producer_and_consumer():
    async def main():
        queue, out = asyncio.Queue(2), []

        async def produce():
            for number in range(10):
                await queue.put(number)
            await queue.put(None)

        async def consume():
            while (number := await queue.get()) is not None:
                out.append(number)

        await asyncio.gather(produce(), consume())
        return out

    assert asyncio.run(main()) == list(range(10))


@pytest.mark.skipif(sys.version_info < (3, 13), reason="Queue.shutdown is new in 3.13")
def test_queue_shutdown():
    async def main():
        queue = asyncio.Queue()
        queue.shutdown()
        with pytest.raises(asyncio.QueueShutDown):
            await queue.get()

    asyncio.run(main())


def test_to_thread_runs_inline():
    async def main():
        def fail():
            raise KeyError("k")

        with pytest.raises(KeyError):
            await asyncio.to_thread(fail)
        return await asyncio.gather(asyncio.to_thread(lambda: 1), asyncio.to_thread(lambda: 2))

    assert asyncio.run(main()) == [1, 2]


def test_run_inside_a_running_loop_is_refused():
    async def main():
        coroutine = asyncio.sleep(0)
        try:
            with pytest.raises(RuntimeError, match="running event loop"):
                asyncio.run(coroutine)
            with pytest.raises(RuntimeError, match="already running"):
                asyncio.get_running_loop().run_forever()
        finally:
            coroutine.close()
        return asyncio.get_running_loop().is_running()

    assert asyncio.run(main()) is True


def test_runner_keeps_its_loop():
    async def identity():
        return id(asyncio.get_running_loop())

    with asyncio.Runner() as runner:
        assert runner.run(identity()) == runner.run(identity()) == id(runner.get_loop())


@pytest.mark.parametrize("factory", ["new_event_loop", "EventLoop", "SelectorEventLoop"])
def test_every_way_to_make_a_loop(factory):
    if not hasattr(asyncio, factory):
        pytest.skip(f"asyncio.{factory} is new")
    loop = getattr(asyncio, factory)()
    try:
        assert loop.run_until_complete(asyncio.sleep(0, 7)) == 7
    finally:
        loop.close()
    assert loop.is_closed()


def test_context_variables_and_locks():
    variable = contextvars.ContextVar("variable", default=0)

    async def main():
        lock, barrier = asyncio.Lock(), asyncio.Barrier(2)

        async def worker(number):
            variable.set(number)
            async with lock:
                await asyncio.sleep(0)
            await barrier.wait()
            return variable.get()

        return await asyncio.gather(worker(1), worker(2))

    assert asyncio.run(main()) == [1, 2]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks are new in 3.12")
def test_eager_tasks_and_shield():
    async def main():
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        return await asyncio.shield(asyncio.create_task(asyncio.sleep(0, 3)))

    assert asyncio.run(main()) == 3


def test_call_later_order_and_cancel():
    loop, calls = asyncio.new_event_loop(), []
    loop.call_later(0.02, calls.append, "second")
    loop.call_later(0.01, calls.append, "first")
    loop.call_later(0.015, calls.append, "never").cancel()
    loop.call_later(0.03, loop.stop)
    loop.run_forever()
    loop.close()
    assert calls == ["first", "second"]


def test_isolated_asyncio_test_case():
    class Case(unittest.IsolatedAsyncioTestCase):
        async def asyncSetUp(self):
            self.value = await asyncio.sleep(0.001, 5)

        async def test_value(self):
            self.assertEqual(self.value, 5)

    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(result)
    assert result.wasSuccessful(), result.errors + result.failures
    assert result.testsRun == 1


def test_virtual_time_jumps_and_is_exact(clock):
    if clock != "virtual":
        pytest.skip("real time does not jump")

    async def main():
        loop = asyncio.get_running_loop()
        times = [loop.time()]
        await asyncio.sleep(3)
        await asyncio.sleep(4)
        times.append(loop.time())
        await asyncio.sleep(400 * 86_400)
        times.append(loop.time())
        return times

    before = time.monotonic()
    assert asyncio.run(main()) == [0.0, 7.0, 7.0 + 400 * 86_400]
    assert time.monotonic() - before < 60


def test_native_loop_is_back_after_the_block():
    kind = "virtual" if bridge.IN_BROWSER else "native"
    with bridge.running_on("virtual"):
        inside = asyncio.new_event_loop()
    inside.close()
    assert type(inside) is SyncLoop, kind
