# needs: python>=3.11, threads
import asyncio
from concurrent.futures import ThreadPoolExecutor


def fail():
    raise ArithmeticError("in the pool")


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, pow, 2, 10))
        try:
            await loop.run_in_executor(pool, fail)
        except ArithmeticError as error:
            print(error)
        wrapped = asyncio.wrap_future(pool.submit(sum, [1, 2, 3]))
        print(await wrapped)


asyncio.run(main())
