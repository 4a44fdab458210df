# needs: python>=3.12
import asyncio


async def step(log, name):
    log.append(f"{name} begins")
    await asyncio.sleep(0)
    log.append(f"{name} ends")


async def at_once():
    return "no wait"


async def main():
    loop = asyncio.get_running_loop()
    log = []
    await asyncio.gather(asyncio.create_task(step(log, "lazy")))
    loop.set_task_factory(asyncio.eager_task_factory)
    task = loop.create_task(step(log, "eager"))
    log.append("created")
    await task
    print(log)
    print(loop.create_task(at_once()).done())


asyncio.run(main())
