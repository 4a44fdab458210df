"""The same computation by a pool of one and by a pool of two, in turns."""

import json
import multiprocessing
import time

from solution import burn

PAIRS = int("$PAIRS")
TASKS = [1_000_000] * 8


def seconds(pool):
    began = time.perf_counter()
    pool.map(burn, TASKS, chunksize=1)
    return time.perf_counter() - began


def test_measure():
    with multiprocessing.Pool(1) as one, multiprocessing.Pool(2) as two:
        for pool in (one, two):
            pool.map(burn, TASKS)
        samples = []
        for pair in range(PAIRS):
            first, second = (one, two) if pair % 2 else (two, one)
            times = {first: seconds(first)}
            times[second] = seconds(second)
            samples.append(times[one] / times[two])
    print(json.dumps({"speedup": samples}))
