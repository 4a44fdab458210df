"""What a loop tells of a program: stacks, warnings, deadlocks; and how it ends, on both clocks."""

import asyncio
import gc
import io
import logging
import warnings

import pytest

import kernel
from kernel import bridge, sleeping
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


def test_debug_mode_reports_slow_callbacks(clock, caplog):
    async def main():
        loop = asyncio.get_running_loop()
        loop.slow_callback_duration = 0.01
        if clock == "virtual":
            assert isinstance(loop, SyncLoop)
            loop._clock.wait_until(loop.time() + 1)
        else:
            sleeping.sleep(0.03)

    with caplog.at_level(logging.WARNING, logger="asyncio"):
        asyncio.run(main(), debug=True)
    assert "took" in caplog.text


def test_tasks_and_stacks():
    async def inner():
        await asyncio.sleep(1_000)

    async def main():
        task = asyncio.create_task(inner(), name="T1")
        await asyncio.sleep(0)
        names = {each.get_name() for each in asyncio.all_tasks()}
        text = io.StringIO()
        task.print_stack(file=text)
        frames = task.get_stack()
        if hasattr(asyncio, "capture_call_graph"):
            assert asyncio.capture_call_graph(task) is not None
        task.cancel()
        return names, frames[-1].f_code.co_name, text.getvalue()

    names, function, text = asyncio.run(main())
    assert "T1" in names
    assert function == "inner"
    assert "inner" in text


def test_never_awaited_is_a_warning():
    async def work():
        pass

    async def main():
        work()  # type: ignore[unused-coroutine]

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        asyncio.run(main())
    assert any("never awaited" in str(warning.message) for warning in seen)


def test_async_generators_are_closed():
    log = []

    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            log.append("closed")

    async def main():
        async for _ in numbers():
            break

    asyncio.run(main())
    gc.collect()
    assert log == ["closed"]


def test_deadlock_names_task_and_line():
    async def stuck():
        await asyncio.get_running_loop().create_future()

    async def main():
        await asyncio.create_task(stuck(), name="Fred")

    with pytest.raises(kernel.Deadlock) as caught:
        asyncio.run(main())
    line = stuck.__code__.co_firstlineno + 1
    assert f"Fred waits at {__file__}:{line}" in str(caught.value) or (
        f"test_loop_reports.py:{line} in" in str(caught.value)
    )
    assert "waits for Fred" in str(caught.value)


def test_an_idle_loop_is_a_deadlock_too():
    loop = asyncio.new_event_loop()
    with pytest.raises(kernel.Deadlock, match="nothing left to do"):
        loop.run_forever()
    loop.close()


def test_exceptions_never_retrieved_reach_the_handler():
    messages = []

    async def bad():
        raise KeyError(1)

    async def main():
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: messages.append(context["message"]))
        task = asyncio.create_task(bad())
        await asyncio.sleep(0)
        del task
        gc.collect()

    asyncio.run(main())
    assert "never retrieved" in messages[0]


def test_interrupt_leaves_the_loop_closable():
    async def main():
        await asyncio.sleep(0.001)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(main())
    assert asyncio.run(asyncio.sleep(0, "fine")) == "fine"


def test_interrupts_during_clean_up_leave_the_loop_closable():
    loop = asyncio.new_event_loop()

    def interrupt():
        raise KeyboardInterrupt

    async def main():
        try:
            await asyncio.sleep(1_000)
        finally:
            interrupt()

    loop.call_later(0.001, interrupt)
    with pytest.raises(KeyboardInterrupt):
        loop.run_until_complete(main())
    for task in asyncio.all_tasks(loop):
        task.cancel()
    with pytest.raises(KeyboardInterrupt):
        loop.run_until_complete(asyncio.sleep(0))
    assert not loop.is_running()
    loop.close()
    assert loop.is_closed()
