# needs: python>=3.11
import asyncio


async def job(delay):
    await asyncio.sleep(delay / 50)
    return delay


async def main():
    for future in asyncio.as_completed([job(3), job(1), job(2)]):
        print(await future)
    try:
        for future in asyncio.as_completed([job(50), job(0)], timeout=0.05):
            print(await future)
    except TimeoutError:
        print("no more")


asyncio.run(main())
