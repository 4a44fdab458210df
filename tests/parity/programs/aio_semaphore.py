# needs: python>=3.11
import asyncio

active = 0
peak = 0


async def job(limit):
    global active, peak
    async with limit:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0.002)
        active -= 1


async def main():
    limit = asyncio.Semaphore(3)
    await asyncio.gather(*(job(limit) for _ in range(12)))
    print("peak", peak, "free", not limit.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
