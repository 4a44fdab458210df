"""asyncio and threads."""

import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest


async def later(value, seconds):
    await asyncio.sleep(seconds)
    return value


def test_to_thread_overlaps():
    names, together = set(), threading.Barrier(4)

    def work(value):
        names.add(threading.current_thread().name)
        together.wait(60)
        return value

    async def main():
        return await asyncio.gather(*(asyncio.to_thread(work, value) for value in range(4)))

    assert asyncio.run(main()) == [0, 1, 2, 3]
    assert len(names) == 4
    assert threading.active_count() == 1


def test_call_soon_threadsafe_wakes_the_loop():
    async def main():
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = threading.Timer(0.005, loop.call_soon_threadsafe, (future.set_result, "woken"))
        timer.start()
        assert await future == "woken"
        timer.join()

    asyncio.run(main())


def test_loop_in_another_thread():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    assert asyncio.run_coroutine_threadsafe(later("far", 0.005), loop).result(60) == "far"
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_each_thread_has_a_running_loop_of_its_own():
    loops = []

    def work():
        async def main():
            for _ in range(3):
                await asyncio.sleep(0.001)
                loops.append((threading.get_ident(), id(asyncio.get_running_loop())))
            assert asyncio.current_task() is not None

        asyncio.run(main())

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loops) == 6
    assert len(set(loops)) == 2
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()


def test_executor_of_ones_own():
    async def main():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(2) as pool:
            work = (loop.run_in_executor(pool, pow, 2, power) for power in range(5))
            return await asyncio.gather(*work)

    assert asyncio.run(main()) == [1, 2, 4, 8, 16]


def test_context_goes_along_to_a_thread_only_when_carried():
    variable = contextvars.ContextVar("variable", default="unset")

    async def main():
        variable.set("set")
        return await asyncio.to_thread(variable.get)

    assert asyncio.run(main()) == "set"
    variable.set("main")
    seen = []
    thread = threading.Thread(target=lambda: seen.append(variable.get()))
    thread.start()
    thread.join()
    assert seen == ["unset"]


def test_error_in_a_thread_arrives():
    async def main():
        await asyncio.to_thread(lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(main())
