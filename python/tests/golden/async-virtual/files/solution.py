import asyncio
import time


async def wait_long():
    await asyncio.sleep(3600)
    return asyncio.get_running_loop().time()


def run_it():
    return asyncio.run(wait_long())
