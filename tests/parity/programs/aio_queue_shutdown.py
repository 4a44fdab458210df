# needs: python>=3.13
import asyncio


async def consume(queue, name):
    got = []
    try:
        while True:
            got.append(await queue.get())
            queue.task_done()
    except asyncio.QueueShutDown:
        return name, got


async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consume(queue, n)) for n in "ab"]
    for item in range(6):
        await queue.put(item)
        await asyncio.sleep(0)
    queue.shutdown()
    results = await asyncio.gather(*consumers)
    print(sorted(sum((got for _, got in results), [])))
    try:
        await queue.put(7)
    except asyncio.QueueShutDown:
        print("shut down")


asyncio.run(main())
