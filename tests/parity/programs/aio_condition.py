# needs: python>=3.11
import asyncio


async def main():
    condition = asyncio.Condition()
    ready = []
    woken = []

    async def wait(name):
        async with condition:
            await condition.wait_for(lambda: len(ready) >= 2)
            woken.append(name)

    tasks = [asyncio.create_task(wait(n)) for n in "xyz"]
    for item in range(2):
        await asyncio.sleep(0)
        async with condition:
            ready.append(item)
            condition.notify_all()
    await asyncio.gather(*tasks)
    print(woken)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
