"""Who computes when: a recorder, real threads, and one stick."""

import time

import pytest
from interleave import schedule, seeds
from stick import Stick

from solution import Slice, at_least, measure

some_seeds = pytest.mark.parametrize("seed", seeds()[:5])


def computing(stick, seconds, names):
    return {name: lambda mark: stick.compute(seconds, mark) for name in names}


@some_seeds
def test_one_job_is_one_slice(seed):
    with schedule(seed):
        report = measure(computing(Stick(), 12, ["Ada"]), time.monotonic)
    assert report.slices == [Slice("Ada", 0, 12)], "nobody else asks, so the stick stays where it is"
    assert (report.wall, report.switches) == (12, 0)


@some_seeds
def test_two_who_compute_take_turns(seed):
    with schedule(seed):
        report = measure(computing(Stick(interval=5), 10, ["Ada", "Bo"]), time.monotonic)
    first, second = report.slices[0].thread, report.slices[1].thread
    assert {first, second} == {"Ada", "Bo"}
    assert report.slices == [
        Slice(first, 0, 5),
        Slice(second, 5, 10),
        Slice(first, 10, 15),
        Slice(second, 15, 20),
    ]
    assert report.switches == 3


@some_seeds
def test_four_who_wait_take_as_long_as_one(seed):
    stick = Stick()
    with schedule(seed):
        report = measure({name: lambda mark: stick.wait(30) for name in "abcd"}, time.monotonic)
    assert report.wall == 30, "waiting needs no stick: are all jobs begun before you wait for the first?"
    assert report.slices == []


@some_seeds
def test_four_who_compute_take_four_times_as_long(seed):
    with schedule(seed):
        report = measure(computing(Stick(), 30, "abcd"), time.monotonic)
    assert report.wall == 120
    assert at_least([(30, 0)] * 4) == 120


@some_seeds
def test_a_longer_interval_means_fewer_switches(seed):
    switches = []
    for interval in (2, 5, 10):
        with schedule(seed):
            report = measure(computing(Stick(interval), 20, ["Ada", "Bo"]), time.monotonic)
        switches.append(report.switches)
    assert switches == [19, 7, 3]


def test_what_no_order_of_turns_can_beat():
    assert at_least([(3, 10)]) == 13, "one thread alone: computing and waiting, one after the other"
    assert at_least([(0, 10), (0, 4)]) == 10, "two who wait do it at the same time"
    assert at_least([(3, 0), (4, 0)]) == 7, "two who compute take turns"
