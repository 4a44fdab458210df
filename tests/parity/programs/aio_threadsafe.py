# needs: python>=3.11, threads
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    def produce():
        for item in range(5):
            loop.call_soon_threadsafe(queue.put_nowait, item)
        loop.call_soon_threadsafe(queue.put_nowait, None)

    thread = threading.Thread(target=produce)
    thread.start()
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
    thread.join()
    print(got)


asyncio.run(main())
