# needs: python>=3.11, threads
import time
from concurrent.futures import ThreadPoolExecutor


def slow_double(number):
    time.sleep(0.002 * (5 - number))
    return number * 2


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(slow_double, range(5))))
    print(list(pool.map(pow, [2, 3], [3, 2])))
    try:
        list(pool.map(time.sleep, [0.5], timeout=0.01))
    except TimeoutError:
        print("map timed out")
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
