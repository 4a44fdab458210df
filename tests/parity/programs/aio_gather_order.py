# needs: python>=3.11
import asyncio


async def step(name, seconds):
    await asyncio.sleep(seconds)
    print("done", name)
    return name


async def main():
    print(await asyncio.gather(step("slow", 0.06), step("fast", 0.01), step("middle", 0.03)))


asyncio.run(main())
