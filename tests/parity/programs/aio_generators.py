# needs: python>=3.11
import asyncio
from contextlib import aclosing, asynccontextmanager


async def count(to):
    try:
        for value in range(to):
            await asyncio.sleep(0)
            yield value
    finally:
        print("generator closed")


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def main():
    print([value async for value in count(3)])
    async with aclosing(count(10)) as numbers:
        async for value in numbers:
            if value == 2:
                break
    try:
        async with resource("a"), resource("b"):
            raise LookupError("inside")
    except LookupError as error:
        print(error)


asyncio.run(main())
