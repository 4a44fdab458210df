# needs: python>=3.11, threads
import asyncio
import threading
import time
from contextvars import ContextVar

request = ContextVar("request")


def work(number):
    time.sleep(0.03)
    return number * 2, request.get(), threading.current_thread() is threading.main_thread()


async def main():
    request.set("r1")
    start = time.monotonic()
    print(await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(4))))
    print("overlapped", time.monotonic() - start < 0.11)


asyncio.run(main())
