"""Code of one thread, with the look at the scheduler's clock and without it, in turns.

Without it the interpreter does not look at all, as when no interrupt buffer is set. Each side of a
pair is the fastest of 25 runs of about a millisecond, in turns: what else the machine does only
adds to a run. `str()` asks for signals at every call, and is told apart.
"""

import ctypes
import json
import time

PAIRS = int("$PAIRS")
RUNS = 25

looking = ctypes.c_int.in_dll(ctypes.pythonapi, "Py_EMSCRIPTEN_SIGNAL_HANDLING")


class Node:
    def __init__(self, value):
        self.value = value


def fib(number):
    return number if number < 2 else fib(number - 1) + fib(number - 2)


def work():
    total = fib(11)
    for number in range(2_500):
        total += number * number % 7
    nodes = [Node(number * 37 % 101) for number in range(400)]
    counts = {}
    for node in nodes:
        counts[node.value] = counts.get(node.value, 0) + 1
    nodes.sort(key=lambda node: node.value)
    names = [f"node {node.value}" for node in nodes]
    table = json.dumps({"names": names[:100], "counts": list(counts.values())})
    return total + len(json.loads(table)["names"]) + sum(node.value for node in nodes)


def text():
    for number in range(1_000):
        str(number)


def seconds(is_looking, program):
    looking.value = is_looking
    try:
        began = time.perf_counter()
        program()
        return time.perf_counter() - began
    finally:
        looking.value = 1


def fastest(program):
    """Seconds without looking, and with it."""
    times = {0: [], 1: []}
    for run in range(RUNS):
        for is_looking in (run % 2, 1 - run % 2):
            times[is_looking].append(seconds(is_looking, program))
    return min(times[0]), min(times[1])


def test_measure():
    assert looking.value == 1
    for _ in range(10):
        work()
    samples, calls = [], []
    for _ in range(PAIRS):
        alone, looked = fastest(work)
        samples.append((looked / alone - 1) * 100)
        alone, looked = fastest(text)
        calls.append((looked - alone) * 1e9 / 1_000)
    print(json.dumps({"percent": samples, "str": calls}))
