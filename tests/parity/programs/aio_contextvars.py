# needs: python>=3.11
import asyncio
from contextvars import ContextVar, copy_context

user = ContextVar("user")


async def handle(name):
    user.set(name)
    await asyncio.sleep(0)
    return await asyncio.create_task(inner())


async def inner():
    before = user.get()
    user.set(before.upper())
    await asyncio.sleep(0)
    return before, user.get()


async def main():
    user.set("root")
    print(await asyncio.gather(handle("ann"), handle("bob")))
    print(user.get())
    context = copy_context()
    task = asyncio.create_task(handle("eve"), context=context)
    print(await task, context[user], user.get())


asyncio.run(main())
