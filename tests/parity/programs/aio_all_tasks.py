# needs: python>=3.11
import asyncio


async def wait():
    await asyncio.sleep(1)


async def main():
    tasks = [asyncio.create_task(wait(), name=f"t{i}") for i in range(3)]
    await asyncio.sleep(0)
    names = sorted(t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task())
    print(names)
    stack = tasks[0].get_stack()
    print([frame.f_code.co_name for frame in stack], stack[0].f_lineno)
    print(tasks[0].get_coro().__name__)
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(sum(t.done() for t in tasks))


asyncio.run(main())
