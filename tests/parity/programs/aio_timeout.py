# needs: python>=3.11
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.01) as scope:
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out", scope.expired())
    async with asyncio.timeout(5) as scope:
        await asyncio.sleep(0)
    print("in time", scope.expired())
    async with asyncio.timeout(None) as scope:
        scope.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(0)
    print(repr(scope).split()[0:2])


asyncio.run(main())
