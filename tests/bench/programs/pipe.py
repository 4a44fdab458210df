"""Ten megabytes to a child, in ten messages, each answered."""

import json
import multiprocessing
import time

from solution import drain

PAIRS = int("$PAIRS")


def test_measure():
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.Process(target=drain, args=(theirs,))
    child.start()
    data = bytes(1_000_000)
    samples = []
    for turn in range(PAIRS + 1):
        began = time.perf_counter()
        for _ in range(10):
            ours.send_bytes(data)
            assert ours.recv() == len(data)
        if turn:
            samples.append((time.perf_counter() - began) * 1000)
    ours.send_bytes(b"")
    child.join()
    print(json.dumps({"ms": samples}))
