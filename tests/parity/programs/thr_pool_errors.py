# needs: python>=3.11, threads
from concurrent.futures import ThreadPoolExecutor


def check(number):
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(check, n) for n in range(4)]
for future in futures:
    error = future.exception()
    print(type(error).__name__, error) if error else print(future.result())


def broken():
    raise OSError("cannot start")


pool = ThreadPoolExecutor(1, initializer=broken)
future = pool.submit(print)
print(type(future.exception()).__name__)
pool.shutdown()
