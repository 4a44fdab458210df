"""Noise, thresholds, and a tracer that may belong to somebody else."""
import tracemalloc

import pytest

from solution import hunt

HERE = __file__


@pytest.fixture(autouse=True)
def not_tracing():
    tracemalloc.stop()
    yield
    tracemalloc.stop()


def test_a_sawtooth_is_no_leak():
    buffer = []

    def step():
        buffer.append(bytes(4000))
        if len(buffer) == 3:
            buffer.clear()

    assert hunt(step, only=HERE, rounds=6) == [], (
        "the buffer grows, and is emptied in every third round: it is no leak"
    )


def test_what_grows_in_the_warm_up_does_not_count():
    kept, calls = [], []

    def step():
        calls.append(1)
        if len(calls) <= 2:
            kept.append(bytes(40_000))

    found = [leak for leak in hunt(step, only=HERE, warmup=2) if leak[2] > 10_000]
    assert found == []


def test_a_leak_that_begins_late_is_not_in_every_round():
    kept, calls = [], []

    def step():
        calls.append(1)
        if len(calls) > 4:
            kept.append(bytes(9000))

    found = [leak for leak in hunt(step, only=HERE, warmup=2) if leak[2] > 5000]
    assert found == [], "it grew in three of five rounds; the question is: in every one"


def test_less_than_min_bytes_is_noise():
    kept = []
    assert hunt(lambda: kept.append(bytes(200)), only=HERE, min_bytes=4000) == []


def test_exactly_min_bytes_counts():
    kept = []
    leaks = hunt(lambda: kept.append(bytes(3000)), only=HERE, rounds=1)
    assert leaks, "3,000 bytes were kept in the only round, and nothing was reported"
    size = leaks[0][2]
    kept.clear()
    found = hunt(lambda: kept.append(bytes(3000)), only=HERE, rounds=1, min_bytes=size)
    assert [leak[2] for leak in found] == [size]


def test_tracing_stops_when_it_was_off():
    hunt(lambda: None)
    assert not tracemalloc.is_tracing(), (
        "tracing makes every allocation slower: stop it if you started it"
    )


def test_tracing_that_was_on_stays_on():
    tracemalloc.start()
    hunt(lambda: None)
    assert tracemalloc.is_tracing(), "somebody else was tracing"


def test_tracing_stops_after_an_error():
    with pytest.raises(ZeroDivisionError):
        hunt(lambda: 1 / 0)
    assert not tracemalloc.is_tracing()


def test_the_hunter_does_not_report_itself():
    own = [leak for leak in hunt(lambda: None, rounds=8) if "solution" in leak[0]]
    assert own == [], "the snapshots are memory, too, and they are yours"


def test_only_looks_at_that_file():
    space = {"kept": []}
    exec(compile("def leak():\n    kept.append(bytes(5000))\n", "elsewhere.py", "exec"), space)
    assert hunt(space["leak"], only=HERE) == [], "what leaks elsewhere was not asked for"
    assert hunt(space["leak"])[0][0] == "elsewhere.py"


def test_the_order_is_that_of_the_bytes_and_not_of_the_lines():
    big, small = [], []

    def step():
        big.append(bytes(9000))
        small.append(bytes(1000))

    first = step.__code__.co_firstlineno
    assert [leak[1] for leak in hunt(step, only=HERE)[:2]] == [first + 1, first + 2]


def test_no_rounds_find_nothing():
    kept = []
    assert hunt(lambda: kept.append(bytes(5000)), rounds=0) == []
