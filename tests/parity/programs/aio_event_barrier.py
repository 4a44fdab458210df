# needs: python>=3.11
import asyncio


async def runner(name, start, meet, log):
    await start.wait()
    log.append(("start", name))
    place = await meet.wait()
    log.append(("met", place))


async def main():
    start, meet, log = asyncio.Event(), asyncio.Barrier(3), []
    tasks = [asyncio.create_task(runner(n, start, meet, log)) for n in "abc"]
    await asyncio.sleep(0)
    print(log, start.is_set())
    start.set()
    await asyncio.gather(*tasks)
    print(log[:3], sorted(log[3:]))
    waiting = asyncio.create_task(meet.wait())
    await asyncio.sleep(0)
    await meet.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError:
        print("broken", meet.broken)


asyncio.run(main())
