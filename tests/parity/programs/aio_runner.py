# needs: python>=3.11
import asyncio
import contextvars

place = contextvars.ContextVar("place", default="nowhere")


async def move(to):
    before = place.get()
    place.set(to)
    return before


with asyncio.Runner() as runner:
    print(runner.run(move("here")), runner.run(move("there")), runner.run(move("")))
    loop = runner.get_loop()
print(loop.is_closed(), place.get())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


async def nested():
    coroutine = move("x")
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    finally:
        coroutine.close()


asyncio.run(nested())
