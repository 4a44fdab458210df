import asyncio


async def consumer(queue):
    return await queue.get()


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(consumer(queue), name="consumer-1")
        group.create_task(consumer(queue), name="consumer-2")
