# needs: python>=3.11, threads
import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def set_up(prefix):
    local.prefix = prefix


def label(number):
    return f"{local.prefix}{number}", threading.current_thread().name.startswith("crew")


with ThreadPoolExecutor(2, thread_name_prefix="crew", initializer=set_up, initargs=("n",)) as pool:
    print(sorted(pool.map(label, range(4))))
