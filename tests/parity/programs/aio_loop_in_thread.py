# needs: python>=3.11, threads
import asyncio
import threading


async def add(a, b):
    await asyncio.sleep(0.005)
    if b < 0:
        raise ValueError("negative")
    return a + b


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(add(n, 1), loop) for n in range(4)]
print([future.result(5) for future in futures])
try:
    asyncio.run_coroutine_threadsafe(add(1, -1), loop).result(5)
except ValueError as error:
    print(error)
slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(9), loop)
try:
    slow.result(0.01)
except TimeoutError:
    print("cancelled", slow.cancel())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
