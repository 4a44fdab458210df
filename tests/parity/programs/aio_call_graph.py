# needs: python>=3.14
import asyncio


async def inner(gate):
    await gate.wait()


async def outer(gate):
    await inner(gate)


async def main():
    gate = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(outer(gate), name="outer")
        await asyncio.sleep(0)
        graph = asyncio.capture_call_graph(task)
        print([entry.frame.f_code.co_name for entry in graph.call_stack])
        print(len(graph.awaited_by))
        gate.set()


asyncio.run(main())
