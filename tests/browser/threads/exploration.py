"""Every schedule with few preemptions, in order."""

import queue
import threading
import time

import pytest

from interleave import Deadlocked, Exploration, Schedule, explore_all, schedule


class Account:
    balance = 0


def think():
    """A call between reading and writing: there Python may let another thread run."""


def run_all(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def pay_in():
    seen = Account.balance
    think()
    Account.balance = seen + 1


def lost_update():
    Account.balance = 0
    run_all(pay_in, pay_in)
    return Account.balance


def two_locks():
    first, second = threading.Lock(), threading.Lock()

    def forwards():
        with first:
            think()
            with second:
                pass

    def backwards():
        with second:
            think()
            with first:
                pass

    run_all(forwards, backwards)
    return True


def is_two(balance):
    return balance == 2


def test_finds_a_lost_update_with_one_preemption():
    assert explore_all(lost_update, is_two, preemptions=0).proved
    found = explore_all(lost_update, is_two, preemptions=1)
    assert found.failure is not None
    assert not found.exhausted and not found.proved
    traces = set()
    for _ in range(20):
        with schedule(found.failure) as run:
            assert lost_update() == 1
        traces.add(tuple(run.trace))
    assert len(traces) == 1
    assert explore_all(lost_update, is_two) == found


def test_finds_a_deadlock_between_two_locks_with_nothing_else_between():
    def program():
        first, second = threading.Lock(), threading.Lock()

        def forwards():
            with first, second:
                pass

        def backwards():
            with second, first:
                pass

        run_all(forwards, backwards)
        return True

    assert explore_all(program, bool, preemptions=0).proved
    assert explore_all(program, bool, preemptions=1).failure is not None


def test_finds_a_deadlock_of_two_locks():
    found = explore_all(two_locks, bool)
    assert found.failure is not None
    assert threading.active_count() == 1
    for _ in range(3):
        with pytest.raises(Deadlocked) as caught, schedule(found.failure):
            two_locks()
        said = str(caught.value)
        assert "Thread-1 (forwards) waits for second, held by Thread-2 (backwards)" in said
        assert "Thread-2 (backwards) waits for first, held by Thread-1 (forwards)" in said


def test_proves_a_small_program_over_its_whole_space():
    lock = threading.Lock()

    def pay_in_safely():
        with lock:
            seen = Account.balance
            think()
            Account.balance = seen + 1

    def program():
        Account.balance = 0
        run_all(pay_in_safely, pay_in_safely)
        return Account.balance

    sizes = []
    for preemptions in range(3):
        found = explore_all(program, is_two, preemptions)
        assert found.proved
        sizes.append(found.schedules)
        assert explore_all(program, is_two, preemptions) == found
    print(sizes)
    assert 1 <= sizes[0] < sizes[1] < sizes[2]


def test_schedules_are_all_different():
    traces = []

    def program():
        Account.balance = 0
        run_all(pay_in, pay_in)

    def remember(_):
        return True

    plans = explore_all(program, remember, preemptions=1)
    assert plans.proved

    from kernel.threads.turns import last_turns

    def trace(_):
        turns = last_turns()
        traces.append(tuple((at.thread, at.line, at.follower) for at in turns.switches))
        return True

    explore_all(program, trace, preemptions=1)
    assert len(traces) == plans.schedules
    # Two places between which nothing happens that a trace shows may give the same trace.
    assert len(set(traces)) > len(traces) / 2


def test_who_follows_when_one_waits_is_tried_without_preemptions():
    def program():
        order = []
        gate = threading.Event()

        def work(name):
            gate.wait()
            order.append(name)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
        for thread in threads:
            thread.start()
        gate.set()
        for thread in threads:
            thread.join()
        return "".join(order)

    orders = set()
    found = explore_all(program, lambda order: orders.add(order) or True, preemptions=0)
    assert found.proved
    assert orders == {"abc", "acb", "bac", "bca", "cab", "cba"}


def test_a_thread_that_spins_lets_the_others_go_on():
    def program():
        stop = []

        def spin():
            while not stop:
                think()

        def end():
            think()
            stop.append(True)

        run_all(spin, end)
        return True

    assert explore_all(program, bool, preemptions=1, most=20).failure is None


def test_most_is_told_from_exhausted():
    found = explore_all(lost_update, lambda _: True, most=5)
    assert found == Exploration(5, None, exhausted=False)
    assert not found.proved


def test_order_of_a_queue_on_virtual_time():
    def program():
        items = queue.Queue()

        def put(delay, name):
            time.sleep(delay)
            items.put(name)

        run_all(lambda: put(2, "late"), lambda: put(1, "early"))
        return items.get(), items.get()

    found = explore_all(program, lambda got: got == ("early", "late"), preemptions=1)
    assert found.proved


def test_other_errors_are_raised_with_the_schedule():
    with pytest.raises(ZeroDivisionError) as caught:
        explore_all(lambda: 1 / 0, bool)
    assert caught.value.__notes__ == ["This happened under schedule(Schedule(''))."]


@pytest.mark.parametrize("text", ["x", "1", "1:0", "-1:1", "5:1 5:2", "7:1 3:1", "1:2:3"])
def test_a_schedule_is_checked(text):
    with pytest.raises(ValueError, match="is written as in"):
        Schedule(text)


def test_a_schedule_of_another_program_is_followed_as_far_as_it_goes():
    with schedule(Schedule("0:9 100000:1")):
        assert lost_update() in (1, 2)
