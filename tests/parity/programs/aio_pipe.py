# needs: python>=3.11, threads
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    reader, writer = os.pipe()
    stream = asyncio.StreamReader()
    source, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(reader, "rb", 0)
    )
    target, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(writer, "wb", 0))
    target.write(b"first\nsecond\n")
    print(await stream.readline())
    target.close()
    print(await stream.read())
    source.close()

    rung = asyncio.Event()
    loop.add_signal_handler(signal.SIGALRM, rung.set)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    await rung.wait()
    print("rung", loop.remove_signal_handler(signal.SIGALRM))
    try:
        loop.add_signal_handler(signal.SIGKILL, rung.set)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
