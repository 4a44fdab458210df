import asyncio


async def fetch(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return name


async def main() -> None:
    async with asyncio.timeout(60):
        names = await asyncio.gather(fetch("slow", 0.05), fetch("fast", 0.01))
    print("asyncio says", *names)


asyncio.run(main())
