"""Recording, measuring, answering: the everyday use of a PauseLog."""
import gc

import pytest

from solution import Pause, PauseLog


class Node:
    pass


def make_garbage(count):
    """Make `count` objects that only the cyclic collector can free."""
    for _ in range(count):
        node = Node()
        node.me = node


def fake_clock(*ticks):
    """A clock that shows these times, one per reading."""
    remaining = iter(ticks)
    return lambda: next(remaining)


@pytest.fixture(autouse=True)
def quiet():
    """Only the collections that the tests ask for, and no hook left over."""
    was_enabled, hooks = gc.isenabled(), list(gc.callbacks)
    gc.disable()
    gc.collect()
    yield
    gc.callbacks[:] = hooks
    if was_enabled:
        gc.enable()


def test_one_collection_gives_one_pause():
    with PauseLog() as log:
        gc.collect()
    assert len(log.pauses) == 1, (
        "one gc.collect() is one pause: your callback is called at 'start' "
        "and at 'stop', and only the 'stop' finishes a pause"
    )


def test_a_pause_knows_its_generation():
    with PauseLog() as log:
        gc.collect(0)
        gc.collect(2)
    assert [pause.generation for pause in log.pauses] == [0, 2], (
        "info['generation'] tells which generation was collected; "
        "the oldest pause comes first"
    )


def test_a_pause_knows_how_much_was_collected():
    with PauseLog() as log:
        make_garbage(10)
        gc.collect()
    collected = [pause.collected for pause in log.pauses]
    assert len(collected) == 1 and collected[0] >= 10, (
        "ten rings were freed: read info['collected'] when phase is 'stop', "
        "because at 'start' nothing has been collected yet"
    )


def test_seconds_come_from_the_clock():
    with PauseLog(clock=fake_clock(10.0, 10.5, 20.0, 20.25)) as log:
        gc.collect()
        gc.collect()
    assert [pause.seconds for pause in log.pauses] == [0.5, 0.25], (
        "the fake clock shows 10.0, 10.5, 20.0, 20.25: read self.clock() "
        "exactly once at each 'start' and once at each 'stop'"
    )


def test_nothing_is_recorded_after_the_block():
    with PauseLog() as log:
        gc.collect()
    inside = list(log.pauses)
    gc.collect()
    assert log.pauses == inside, (
        "a collection after the with block was recorded too: "
        "is your callback still registered?"
    )


def test_total_and_worst():
    with PauseLog(clock=fake_clock(0, 1, 10, 14, 20, 22)) as log:
        for _ in range(3):
            gc.collect()
    assert log.total() == 7, "pauses of 1, 4 and 2 seconds were recorded"
    worst = log.worst()
    assert isinstance(worst, Pause), (
        "worst() returns the whole Pause, not its seconds"
    )
    assert worst.seconds == 4


def test_no_collection_no_worst():
    with PauseLog() as log:
        pass
    assert log.total() == 0
    assert log.worst() is None, "no pause, so there is no worst one: None"
