# needs: python>=3.11
import asyncio


async def worker(name, queue, done):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.001 * (item % 3))
        done.append((item, item * item))
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=4)
    done = []
    workers = [asyncio.create_task(worker(i, queue, done)) for i in range(3)]
    for item in range(30):
        await queue.put(item)
    await queue.join()
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True) and "stopped")
    print(sorted(done))


asyncio.run(main())
