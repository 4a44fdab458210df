"""Errors, other guests in gc.callbacks, nesting and reuse."""
import gc
import time

import pytest

from solution import PauseLog


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


def test_the_hook_is_gone_after_the_block():
    before = list(gc.callbacks)
    with PauseLog():
        pass
    assert gc.callbacks == before, (
        "gc.callbacks belongs to the whole process: remove what you added"
    )


def test_the_hook_is_gone_after_an_error():
    before = list(gc.callbacks)
    with pytest.raises(ZeroDivisionError):
        with PauseLog():
            1 / 0
    assert gc.callbacks == before, (
        "the block ended with an exception and your callback is still "
        "registered: __exit__ must clean up in that case too"
    )


def test_an_error_is_not_swallowed():
    seen = None
    try:
        with PauseLog():
            raise KeyError("lost order")
    except KeyError as error:
        seen = error
    assert seen is not None, (
        "the KeyError of the block disappeared: "
        "__exit__ swallows an exception when it returns a true value"
    )
    assert seen.args == ("lost order",)


def test_pauses_before_an_error_are_kept():
    log = PauseLog()
    with pytest.raises(KeyError):
        with log:
            gc.collect()
            raise KeyError("lost order")
    assert len(log.pauses) == 1, (
        "the collection before the error happened; it belongs in the log"
    )


def test_other_peoples_callbacks_survive():
    seen = []

    def early_guest(phase, info):
        seen.append(("early", phase))

    def late_guest(phase, info):
        seen.append(("late", phase))

    gc.callbacks.append(early_guest)
    with PauseLog():
        gc.callbacks.append(late_guest)
    gc.collect()
    assert sorted(seen) == [
        ("early", "start"),
        ("early", "stop"),
        ("late", "start"),
        ("late", "stop"),
    ], (
        "one guest registered before your block and one inside it; "
        "take out only your own callback, wherever it stands in the list"
    )


def test_two_logs_can_be_nested():
    with PauseLog() as outer:
        gc.collect()
        with PauseLog() as inner:
            gc.collect()
        gc.collect()
    assert (len(outer.pauses), len(inner.pauses)) == (3, 1), (
        "the outer log sees all three collections, the inner one only its own"
    )


def test_a_log_can_be_used_again():
    log = PauseLog()
    with log:
        gc.collect()
    with log:
        gc.collect()
        gc.collect()
    assert len(log.pauses) == 2, "each with block starts from an empty list"


def test_two_logs_do_not_share_pauses():
    first, second = PauseLog(), PauseLog()
    with first:
        gc.collect()
    assert len(first.pauses) == 1, "one collection in the first log's block is one pause in its log"
    assert second.pauses == [], (
        "the second log was never used: does the list belong to the class?"
    )


def test_the_default_clock_measures_real_time():
    class SlowToDie:
        """Its end takes at least one step of the clock."""

        def __del__(self):
            began = time.perf_counter()
            while time.perf_counter() == began:
                pass

    ring = SlowToDie()
    ring.me = ring
    began = time.perf_counter()
    with PauseLog() as log:
        del ring
        gc.collect()
    whole = time.perf_counter() - began
    assert len(log.pauses) == 1, "one collection in the block is one pause, also without a clock of your own"
    assert 0 < log.pauses[0].seconds <= whole, (
        "without a clock of its own, PauseLog() uses time.perf_counter"
    )
