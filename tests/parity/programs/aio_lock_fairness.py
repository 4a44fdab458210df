# needs: python>=3.11
import asyncio


async def turn(lock, name, log):
    for _ in range(3):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)


async def main():
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(turn(lock, name, log) for name in "abc"))
    print("".join(log))


asyncio.run(main())
