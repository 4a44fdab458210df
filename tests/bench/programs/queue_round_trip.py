"""A small object to a child and back, through two queues."""

import json
import multiprocessing
import time

from solution import echo

TRIPS = 400


def test_measure():
    there, back = multiprocessing.Queue(), multiprocessing.Queue()
    child = multiprocessing.Process(target=echo, args=(there, back))
    child.start()
    samples = []
    for trip in range(TRIPS + 20):
        began = time.perf_counter()
        there.put(trip)
        assert back.get() == trip
        if trip >= 20:
            samples.append((time.perf_counter() - began) * 1000)
    there.put(None)
    child.join()
    print(json.dumps({"ms": samples}))
