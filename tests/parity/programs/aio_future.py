# needs: python>=3.11
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("first", f.result()))
    future.add_done_callback(lambda f: print("second", f.done()))
    loop.call_soon(future.set_result, "value")
    print(await future)
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    try:
        await failed
    except KeyError as error:
        print(repr(error))
    cancelled = loop.create_future()
    cancelled.cancel()
    print(cancelled)


asyncio.run(main())
