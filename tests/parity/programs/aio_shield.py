# needs: python>=3.11
import asyncio


async def precious(log):
    await asyncio.sleep(0.02)
    log.append("saved")
    return 42


async def main():
    log = []
    inner = asyncio.create_task(precious(log))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError:
        print("gave up waiting", log)
    print(await inner, log)


asyncio.run(main())
