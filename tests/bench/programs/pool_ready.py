"""A pool of two, until both of its processes have answered."""

import json
import multiprocessing
import time

from solution import burn


def test_measure():
    began = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        assert pool.map(burn, [0, 0], chunksize=1) == [0, 0]
        print(json.dumps({"ms": [(time.perf_counter() - began) * 1000]}))
