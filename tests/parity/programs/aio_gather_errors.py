# needs: python>=3.11
import asyncio


async def fail(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def succeed():
    await asyncio.sleep(0.01)
    return "fine"


async def main():
    print(await asyncio.gather(fail("a"), succeed(), return_exceptions=True))
    try:
        await asyncio.gather(fail("b"), fail("c"))
    except ValueError as error:
        print("raised", error)


asyncio.run(main())
