# needs: python>=3.11
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cleaning up")
        await asyncio.sleep(0.01)
        print("cleaned up")
        raise


async def main():
    try:
        await asyncio.wait_for(stubborn(), 0.01)
    except TimeoutError as error:
        print("late", type(error).__name__)
    print(await asyncio.wait_for(asyncio.sleep(0.01, "value"), 5))


asyncio.run(main())
