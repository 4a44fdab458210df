# needs: python>=3.11
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=64)
    reader.feed_data(b"one\ntwo\nthr")
    print(await reader.readline(), await reader.readuntil(b"o"), await reader.read(1))

    async def feed():
        await asyncio.sleep(0.005)
        reader.feed_data(b"ee\nrest")
        reader.feed_eof()

    task = asyncio.create_task(feed())
    print(await reader.readexactly(6))
    print(await reader.read(), reader.at_eof())
    await task
    short = asyncio.StreamReader()
    short.feed_data(b"ab")
    short.feed_eof()
    try:
        await short.readexactly(5)
    except asyncio.IncompleteReadError as error:
        print(error.partial, error.expected)


asyncio.run(main())
