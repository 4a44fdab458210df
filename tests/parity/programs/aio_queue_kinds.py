# needs: python>=3.11
import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for value in (3, 1, 2):
            queue.put_nowait(value)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)], queue.empty())
    bounded = asyncio.Queue(1)
    bounded.put_nowait("x")
    try:
        bounded.put_nowait("y")
    except asyncio.QueueFull as error:
        print("full", type(error).__name__)
    bounded.get_nowait()
    try:
        bounded.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", type(error).__name__)


asyncio.run(main())
