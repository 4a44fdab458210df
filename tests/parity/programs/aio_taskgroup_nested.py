# needs: python>=3.11
import asyncio


async def leaf(name, log):
    try:
        await asyncio.sleep(5)
    finally:
        log.append(name)


async def branch(name, log):
    async with asyncio.TaskGroup() as group:
        for index in range(2):
            group.create_task(leaf(f"{name}{index}", log))


async def main():
    log = []
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as group:
                group.create_task(branch("a", log))
                group.create_task(branch("b", log))
    except TimeoutError:
        print("late", sorted(log))
    print(len(asyncio.all_tasks()), "task left")


asyncio.run(main())
