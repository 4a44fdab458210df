# needs: python>=3.11
import asyncio


async def ignore_once(log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        log.append(f"first {error.args}")
    try:
        await asyncio.sleep(5)
    finally:
        log.append("finally")


async def main():
    log = []
    task = asyncio.create_task(ignore_once(log))
    await asyncio.sleep(0)
    task.cancel("because")
    await asyncio.sleep(0)
    print(task.cancelling(), task.cancelled())
    task.cancel("again")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(log, task.cancelled(), task.uncancel())


asyncio.run(main())
