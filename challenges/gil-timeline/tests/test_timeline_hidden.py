"""Gaps, shares, convoys, accidents, and recorders that must not be mixed up."""

import itertools
import threading
import time

import pytest
from interleave import explore, schedule, seeds
from stick import Stick

from solution import Recorder, Report, Slice, at_least, measure

some_seeds = pytest.mark.parametrize("seed", seeds()[:5])


def record(clock_times, gap=1):
    """A recorder of this thread that was marked at these times, by a clock made of them."""
    recorder = Recorder(iter(clock_times).__next__, gap=gap)
    for _ in clock_times:
        recorder.mark()
    return recorder


def name():
    return threading.current_thread().name


def test_marks_that_are_close_together_are_one_slice_and_others_are_two():
    recorder = record([0, 1, 2, 9, 10, 12], gap=1)
    assert recorder.slices() == [Slice(name(), 0, 2), Slice(name(), 9, 10), Slice(name(), 12, 12)]
    assert record([0, 2, 4], gap=2).slices() == [Slice(name(), 0, 4)]


def test_going_on_after_a_pause_is_no_switch():
    assert record([0, 1, 50, 51]).switches() == 0, "the same thread goes on: nobody took the stick"


def test_time_comes_from_the_clock_it_was_given():
    recorder = record([100.0, 100.5])
    assert recorder.slices() == [Slice(name(), 100.0, 100.5)]


def test_asking_twice_gives_the_same():
    recorder = record([0, 1, 5])
    assert recorder.slices() == recorder.slices()
    assert len(recorder.slices()) == 2


def test_two_recorders_are_two():
    first, second = record([0, 1]), record([7])
    assert first.slices() == [Slice(name(), 0, 1)]
    assert second.slices() == [Slice(name(), 7, 7)]


def test_nothing_recorded():
    recorder = Recorder(time.monotonic)
    assert (recorder.slices(), recorder.switches(), recorder.share()) == ([], 0, {})
    assert record([3]).share() == {}, "one mark is a moment: no time was spent"


def test_marks_made_at_the_same_time_come_out_in_order():
    def three_mark():
        ticks = itertools.count()

        def clock():
            return next(ticks)

        recorder = Recorder(clock, gap=0)

        def marks():
            for _ in range(4):
                recorder.mark()

        threads = [threading.Thread(target=marks) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [piece.start for piece in recorder.slices()]

    bad = explore(three_mark, lambda starts: starts == list(range(12)), seeds())
    assert bad is None, f"under seed {bad} a mark came between another thread's look at the clock and its note"


@some_seeds
def test_all_get_their_share(seed):
    stick = Stick()
    with schedule(seed):
        recorder = Recorder(time.monotonic)
        threads = [
            threading.Thread(target=stick.compute, args=(seconds, recorder.mark), name=who)
            for who, seconds in (("Ada", 10), ("Bo", 10), ("Cem", 20))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert recorder.share() == {"Ada": 0.25, "Bo": 0.25, "Cem": 0.5}


@some_seeds
def test_who_often_waits_queues_behind_who_computes(seed):
    stick = Stick(interval=5)

    def reader(mark):
        for _ in range(3):
            stick.wait(2)
            stick.compute(1, mark)

    def cruncher(mark):
        stick.compute(60, mark)

    with schedule(seed):
        alone = measure({"reader": reader}, time.monotonic)
    with schedule(seed):
        report = measure({"reader": reader, "cruncher": cruncher}, time.monotonic)
    assert alone.slices == [Slice("reader", 2, 3), Slice("reader", 5, 6), Slice("reader", 8, 9)]
    read = [piece for piece in report.slices if piece.thread == "reader"]
    assert [piece.end for piece in read] == [8, 16, 24], "a second of work, and each time five of queueing for it"
    assert report.switches == 6


@some_seeds
def test_no_order_is_faster_than_the_bound(seed):
    for plan in itertools.product([(4, 0), (3, 9), (0, 6), (7, 2)], repeat=2):
        stick = Stick(interval=2)

        def job(mark, computing, waiting):
            stick.compute(computing, mark)
            stick.wait(waiting)

        jobs = {
            f"{at}": lambda mark, pair=pair: job(mark, *pair) for at, pair in enumerate(plan) if any(pair)
        }
        with schedule(seed):
            report = measure(jobs, time.monotonic)
        assert report.wall >= at_least(plan), f"{plan} took {report.wall} s"
        assert report.wall <= sum(map(sum, plan))


def test_bounds_of_mixed_plans():
    assert at_least([(3, 10), (4, 2)]) == 13, "the first alone takes 13; the second fits into its pause"
    assert at_least([(3, 1), (4, 2)]) == 7
    assert at_least([(2, 5), (2, 5), (2, 5), (2, 5)]) == 8
    assert at_least(iter([(1, 6), (5, 0)])) == 7
    assert at_least([]) == 0


@some_seeds
def test_an_accident_ends_one_job_and_is_told(seed):
    stick = Stick()

    def unlucky(mark):
        stick.compute(3, mark)
        raise ZeroDivisionError("three seconds, and then this")

    def clock():
        return 1000 + time.monotonic()

    with schedule(seed):
        report = measure({"unlucky": unlucky, "Ada": lambda mark: stick.compute(4, mark)}, clock)
    assert report.wall == 7, "the time that passed, whatever the clock said at the beginning"
    assert {piece.thread: piece.end - piece.start for piece in report.slices} == {"unlucky": 3, "Ada": 4}
    assert list(report.errors) == ["unlucky"]
    assert isinstance(report.errors["unlucky"], ZeroDivisionError)


def test_no_jobs_at_all():
    with schedule(0):
        assert measure({}, time.monotonic) == Report(wall=0, slices=[], switches=0, errors={})
