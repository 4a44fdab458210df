"""What walks the frames of all threads, while they are deep inside C."""

import gc
import sys
import threading
import time

import pytest


class Node:
    pass


@pytest.mark.parametrize("walk", ["collect", "trace", "frames", "automatic"])
def test_survives(walk):
    stop = threading.Event()

    def deep(level):
        if level:
            return sorted([level], key=lambda value: deep(level - 1))
        while not stop.is_set():
            time.sleep(0.0005)
            nodes = [Node() for _ in range(50)]
            nodes[0].ring = nodes
        return 0

    def trace(frame, event, arg):
        return None

    if walk == "automatic":
        gc.set_threshold(5)
        sys.setswitchinterval(1e-6)
    threads = [threading.Thread(target=deep, args=(2 + index % 7,)) for index in range(12)]
    for thread in threads:
        thread.start()
    for _ in range(40):
        time.sleep(0.001)
        if walk == "collect":
            gc.collect()
        elif walk == "trace":
            threading.settrace_all_threads(trace)
            threading.settrace_all_threads(None)
        elif walk == "frames":
            assert len(sys._current_frames()) == 13
    stop.set()
    for thread in threads:
        thread.join()
