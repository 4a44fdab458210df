# needs: python>=3.11
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    start = loop.time()
    for delay in (0.03, 0.01, 0.02):
        loop.call_later(delay, log.append, delay)
    loop.call_at(start + 0.04, log.append, "at")
    handle = loop.call_later(0.005, log.append, "never")
    handle.cancel()
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0.08)
    print(log, handle.cancelled(), loop.time() - start >= 0.08)


asyncio.run(main())
