"""Two threads that give the turn to each other."""

import json
import threading
import time

PAIRS = int("$PAIRS")
SWITCHES = 4_000


def test_measure():
    samples = []

    def give_way():
        for _ in range(SWITCHES // 2):
            time.sleep(0)

    for turn in range(PAIRS + 1):
        threads = [threading.Thread(target=give_way) for _ in range(2)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if turn:
            samples.append((time.perf_counter() - began) * 1e6 / SWITCHES)
    print(json.dumps({"us": samples}))
