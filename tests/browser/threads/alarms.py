"""`signal.alarm`, `setitimer`, and signals in the event loop."""

import asyncio
import queue
import signal
import threading
import time

import interleave
import pytest


class TimesUp(Exception):
    pass


@pytest.fixture
def raises_on_alarm():
    def times_up(signum, frame):
        raise TimesUp(signum)

    before = signal.signal(signal.SIGALRM, times_up)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_an_alarm_ends_a_loop_that_only_computes(raises_on_alarm):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    with pytest.raises(TimesUp) as caught:
        while True:
            pass
    assert caught.value.args == (signal.SIGALRM,)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize(
    "wait",
    [lambda: time.sleep(1000), lambda: queue.Queue().get(), lambda: threading.Event().wait()],
    ids=["sleep", "queue", "event"],
)
def test_an_alarm_ends_a_wait(raises_on_alarm, wait):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    with pytest.raises(TimesUp):
        wait()


def test_a_handler_that_returns_lets_the_wait_go_on():
    seen = []
    before = signal.signal(signal.SIGALRM, lambda signum, frame: seen.append(signum))
    started = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, 0.005)
    time.sleep(0.05)
    assert seen == [signal.SIGALRM]
    assert time.monotonic() - started >= 0.05
    signal.signal(signal.SIGALRM, before)


def test_again_and_again():
    rung = threading.Semaphore(0)
    before = signal.signal(signal.SIGALRM, lambda signum, frame: rung.release())
    assert signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005) == (0.0, 0.0)
    for _ in range(3):
        rung.acquire()
    _, interval = signal.setitimer(signal.ITIMER_REAL, 0)
    assert interval == 0.005
    signal.signal(signal.SIGALRM, before)


def test_the_handler_runs_in_the_main_thread():
    where, done = [], threading.Event()

    def heard(signum, frame):
        where.append(threading.current_thread())
        done.set()

    before = signal.signal(signal.SIGALRM, heard)

    def spin():
        while not done.is_set():
            pass

    thread = threading.Thread(target=spin)
    thread.start()
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    thread.join()
    assert where == [threading.main_thread()]
    signal.signal(signal.SIGALRM, before)


def test_alarm_counts_whole_seconds():
    assert signal.alarm(100) == 0
    assert signal.alarm(0) == 100
    assert signal.alarm(0) == 0


def test_nobody_handles_it():
    signal.setitimer(signal.ITIMER_REAL, 0.005)
    with pytest.raises(RuntimeError, match="Alarm clock"):
        time.sleep(1000)


def test_only_real_time():
    with pytest.raises(OSError, match="only ITIMER_REAL"):
        signal.setitimer(signal.ITIMER_PROF, 1)
    with pytest.raises(signal.ItimerError):
        signal.setitimer(signal.ITIMER_REAL, -1)


def test_virtual_time_has_alarms(raises_on_alarm):
    with interleave.schedule(seed=3):
        signal.alarm(3600)
        with pytest.raises(TimesUp):
            time.sleep(7200)
        assert time.monotonic() == 3600


def test_the_event_loop_hears_an_alarm():
    async def main():
        loop = asyncio.get_running_loop()
        rung = asyncio.Event()
        loop.add_signal_handler(signal.SIGALRM, rung.set)
        signal.setitimer(signal.ITIMER_REAL, 0.005)
        await rung.wait()
        assert loop.remove_signal_handler(signal.SIGALRM)
        with pytest.raises(RuntimeError, match="cannot be caught"):
            loop.add_signal_handler(signal.SIGKILL, rung.set)

    asyncio.run(main())


def test_leaves_an_alarm_behind():
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


def test_hears_nothing_of_it():
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
