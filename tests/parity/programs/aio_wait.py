# needs: python>=3.11
import asyncio


async def job(index):
    await asyncio.sleep(index * 0.02)
    if index == 2:
        raise RuntimeError("two")
    return index


async def main():
    tasks = [asyncio.create_task(job(index), name=f"job{index}") for index in range(1, 5)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0.001)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print([t.exception() or t.result() for t in sorted(done, key=lambda t: t.get_name())])


asyncio.run(main())
