# needs: python>=3.11
import asyncio

cancelled = []


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def wait_long(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        cancelled.append(name)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait_long("one"))
            group.create_task(wait_long("two"))
            group.create_task(fail(0.01, KeyError("x")))
            group.create_task(fail(0.01, OSError("y")))
    except* KeyError as caught:
        print("keys", caught.exceptions)
    except* OSError as caught:
        print("os", caught.exceptions)
    print(sorted(cancelled))


asyncio.run(main())
