"""The scheduler on stacks of the system's own threads: everything but the browser."""

from __future__ import annotations

import _thread
from collections import deque
from collections.abc import Callable

import pytest

from kernel.deadlock import Deadlock
from kernel.threads import local, locks, starting
from kernel.threads.deadlock import Deadlocked
from kernel.threads.leftover import end_leftover_threads
from kernel.threads.record import GreenThread, Parking
from kernel.threads.scheduler import CannotWait, Scheduler
from kernel.threads.virtual import VirtualTime

_start = _thread.start_new_thread
_lock = _thread.allocate_lock


class SystemStacks:
    """Each stack is a thread of the system that runs only while it has the turn."""

    def __init__(self) -> None:
        self._turns: dict[int, _thread.LockType] = {}
        self._entries: dict[int, Callable[[], object]] = {}
        self.interrupts = 0
        self.is_preemptive = False

    def start(self, ident: int, entry: Callable[[], object]) -> None:
        self._entries[ident] = entry

    def hand_over(self, from_ident: int, to_ident: int) -> None:
        turn = self._turns[from_ident] = _lock()
        turn.acquire()
        self._resume(to_ident)
        turn.acquire()

    def finish(self, to_ident: int) -> None:
        self._resume(to_ident)

    def enter(self) -> None:
        pass

    def take_interrupt(self) -> bool:
        was_interrupted, self.interrupts = self.interrupts > 0, 0
        return was_interrupted

    def defer_switch(self) -> None:
        pass

    def set_preemptive(self, is_preemptive: bool) -> None:
        self.is_preemptive = is_preemptive

    def set_interval(self, seconds: float) -> None:
        pass

    def resume(self) -> None:
        pass

    def listen(self) -> None:
        pass

    def _resume(self, ident: int) -> None:
        entry = self._entries.pop(ident, None)
        if entry is not None:
            _start(entry, ())
        else:
            self._turns.pop(ident).release()


@pytest.fixture
def scheduler() -> Scheduler:
    made = Scheduler(SystemStacks(), VirtualTime(), 1000)
    for part in (locks, starting, local):
        part.use_scheduler(made)
    return made


def start(function: Callable[[], object]) -> starting._ThreadHandle:
    return starting.start_joinable_thread(function, daemon=False)


def test_threads_take_turns(scheduler: Scheduler) -> None:
    order: list[str] = []

    def work(name: str) -> Callable[[], None]:
        def run() -> None:
            for _ in range(3):
                order.append(name)
                scheduler.yield_now()

        return run

    handles = [start(work("a")), start(work("b"))]
    for handle in handles:
        handle.join()
    assert order == ["a", "b"] * 3
    assert scheduler.alive == {1000: scheduler.main}


def test_lock_keeps_others_out(scheduler: Scheduler) -> None:
    lock, order = locks.lock(), []

    def work() -> None:
        with lock:
            order.append("in")
            scheduler.yield_now()
            order.append("out")

    handles = [start(work) for _ in range(3)]
    for handle in handles:
        handle.join()
    assert order == ["in", "out"] * 3
    assert not lock.locked()


def test_lock_acquire_times_out_in_virtual_time(scheduler: Scheduler) -> None:
    lock = locks.lock()
    assert lock.acquire()
    assert lock.acquire(timeout=3600) is False
    assert scheduler.clock.now() == 3600
    assert lock.acquire(False) is False


@pytest.mark.parametrize(
    ("arguments", "error"),
    [((False, 1), ValueError), ((True, -2), ValueError), ((True, 1e20), OverflowError)],
)
def test_lock_refuses(
    scheduler: Scheduler, arguments: tuple[bool, float], error: type[Exception]
) -> None:
    with pytest.raises(error):
        locks.lock().acquire(*arguments)


def test_rlock_counts(scheduler: Scheduler) -> None:
    lock = locks.RLock()
    with lock, lock:
        assert lock._recursion_count() == 2
        state = lock._release_save()
        assert not lock.locked()
        lock._acquire_restore(state)
        assert lock._is_owned()
    assert not lock.locked()
    with pytest.raises(RuntimeError):
        lock.release()


def test_a_wake_up_for_a_thread_that_was_stopped_goes_to_the_next(scheduler: Scheduler) -> None:
    lock, got = locks.lock(), []

    def work() -> None:
        with lock:
            got.append(scheduler.current.ident)

    lock.acquire()
    first, second = start(work), start(work)
    scheduler.yield_now()
    lock.release()
    scheduler.throw(scheduler.alive[first.ident or 0], SystemExit())
    first.join()
    second.join()
    assert got == [second.ident]


def test_no_thread_can_go_on(scheduler: Scheduler) -> None:
    lock = locks.lock()
    lock.acquire()
    handle = start(lock.acquire)
    with pytest.raises(Deadlocked, match="waits for lock, held by thread 1000") as caught:
        handle.join()
    assert isinstance(caught.value, Deadlock)
    lock.release()
    handle.join()


def test_interrupt_reaches_the_parked_main_thread(scheduler: Scheduler) -> None:
    lock = locks.lock()
    lock.acquire()

    def work() -> None:
        scheduler.stacks.interrupts = 1  # type: ignore[attr-defined]
        scheduler.hear_interrupt()

    handle = start(work)
    with pytest.raises(KeyboardInterrupt):
        lock.acquire()
    handle.join()


def test_local_is_each_threads_own(scheduler: Scheduler) -> None:
    class Own(local._local):
        def __init__(self, start: int) -> None:
            self.value = start

    own, seen = Own(5), []

    def work() -> None:
        seen.append(own.value)
        own.value = 7
        scheduler.yield_now()
        seen.append(own.value)

    handles = [start(work), start(work)]
    own.value = 6
    for handle in handles:
        handle.join()
    assert seen == [5, 5, 7, 7]
    assert own.value == 6
    assert list(object.__getattribute__(own, "_dicts")) == [1000]


def test_leftovers_are_ended_and_named(scheduler: Scheduler) -> None:
    lock = locks.lock()
    lock.acquire()

    def stubborn() -> None:
        while True:
            try:
                lock.acquire()
            except SystemExit:
                pass

    start(lock.acquire)
    start(stubborn)
    assert len(end_leftover_threads(scheduler, frozenset())) == 2
    assert list(scheduler.alive) == [1000]


def test_order_decides(scheduler: Scheduler) -> None:
    class Backwards:
        def choose(self, ready: deque[GreenThread]) -> GreenThread:
            return ready.pop()

    scheduler.order = Backwards()
    order: list[int] = []
    handles = [start(lambda number=number: order.append(number)) for number in range(3)]
    for handle in handles:
        handle.join()
    assert order == [2, 1, 0]


def test_time_goes_on_from_where_a_clock_was_exchanged(scheduler: Scheduler) -> None:
    parking = Parking(scheduler.current)
    scheduler.park(parking, 10)
    later = VirtualTime()
    later.wait_until(1000)

    def exchange() -> None:
        scheduler.use_clock(later, is_timed=True)

    handle = start(exchange)
    scheduler.park(Parking(scheduler.current), 5)
    assert later.now() == 1005
    handle.join()


def test_nothing_waits_while_no_thread_has_the_turn(scheduler: Scheduler) -> None:
    scheduler.is_running = False
    with pytest.raises(CannotWait):
        scheduler.park(Parking(scheduler.current))
