import asyncio


async def later(value):
    await asyncio.sleep(60)
    return value
