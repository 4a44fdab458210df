import asyncio


async def fetch(url):
    await asyncio.sleep(1)
    raise OSError(f"no route to {url}")


async def fetch_all(urls):
    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(fetch(url))
