"""time.sleep in slices: the same results and errors as CPython's, and a signal gets in between."""

import pickle
import time

import pytest

from kernel import sleeping


@pytest.fixture
def waits():
    """Milliseconds asked of the injected waiter; it lets no time pass but the clock's."""
    asked: list[float] = []

    def wait(milliseconds):
        asked.append(milliseconds)
        sleeping._plain_sleep(milliseconds / 1000)

    before = sleeping._wait_ms, sleeping._check_interrupt
    sleeping.use_waiter(wait, None)
    yield asked
    sleeping.use_waiter(*before)


def test_long_waits_are_sliced(waits):
    start = time.monotonic()
    sleeping.sleep(0.05)
    assert time.monotonic() - start >= 0.05
    assert len(waits) >= 3
    assert max(waits) <= 20


def test_interrupt_is_looked_for_between_slices(waits):
    def interrupt():
        if len(waits) == 2:
            raise KeyboardInterrupt

    sleeping.use_waiter(sleeping._wait_ms, interrupt)
    with pytest.raises(KeyboardInterrupt):
        sleeping.sleep(60)
    assert len(waits) == 2


@pytest.mark.parametrize(
    "value, error",
    [(-1, ValueError), (float("nan"), ValueError), ("1", TypeError), (1e300, OverflowError)],
)
def test_errors_are_those_of_cpython(value, error, waits):
    with pytest.raises(error):
        sleeping.sleep(value)
    with pytest.raises(error):
        sleeping._plain_sleep(value)


def test_zero_returns_at_once(waits):
    assert sleeping.sleep(0) is None
    assert waits == []


def test_pickles_as_time_sleep(monkeypatch):
    monkeypatch.setattr(time, "sleep", sleeping.sleep)
    assert pickle.loads(pickle.dumps(time.sleep)) is sleeping.sleep
