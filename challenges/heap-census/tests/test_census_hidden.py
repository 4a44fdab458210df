"""Garbage, names that collide, and a watch that outlives its mistakes."""
import gc
import weakref
from collections import Counter

import pytest

from solution import Watch, census, growth


@pytest.fixture(autouse=True)
def collector_as_it_was():
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


class Session:
    def __init__(self):
        self.data = []


class Shop:
    class Session:
        def __init__(self):
            self.data = []


def ring():
    session = Session()
    session.data.append(session)


def test_garbage_is_not_counted():
    gc.disable()
    name = f"{Session.__module__}.Session"
    before = census()[name]
    for _ in range(20):
        ring()
    assert census()[name] == before, (
        "twenty dead rings are lying about: collect before you count"
    )


def test_two_types_of_the_same_name_are_two_types():
    outer, inner = [Session()], [Shop.Session() for _ in range(3)]
    crowd = census()
    assert crowd[f"{Session.__module__}.Session"] >= len(outer)
    assert crowd[f"{Session.__module__}.Shop.Session"] == len(inner), (
        "the full name has the module and the qualified name"
    )


def test_a_census_keeps_nobody_alive():
    session = Session()
    witness = weakref.ref(session)
    crowd = census()
    del session
    assert witness() is None, "something of the census still holds the session"
    assert crowd


def test_a_watch_keeps_nobody_alive():
    time, reports = [0.0], []
    watch = Watch(1, clock=lambda: time[0], sink=reports.append)
    session = Session()
    witness = weakref.ref(session)
    watch.tick()
    time[0] = 5.0
    watch.tick()
    del session
    assert witness() is None


def test_only_the_top_is_reported():
    after = Counter({f"type {n:02}": n for n in range(1, 30)})
    assert [count for _, count in growth(Counter(), after, top=3)] == [29, 28, 27]
    assert len(growth(Counter(), after)) == 10, "unless told, the top ten"


def test_comparing_changes_neither_count():
    before, after = Counter({"a": 1}), Counter({"a": 2, "b": 1})
    growth(before, after)
    assert before == {"a": 1} and after == {"a": 2, "b": 1}
    assert "b" not in before


def test_a_sink_that_fails_does_no_harm():
    time, calls = [0.0], []

    def sink(report):
        calls.append(report)
        raise OSError("no route to the monitor")

    watch = Watch(10, clock=lambda: time[0], sink=sink)
    for now in (0.0, 10.0, 20.0):
        time[0] = now
        assert watch.tick() is True
    assert len(calls) == 2, "the next sample is due all the same"


def test_stopping_the_program_is_no_failing_sink():
    time = [0.0]

    def sink(report):
        raise KeyboardInterrupt

    watch = Watch(10, clock=lambda: time[0], sink=sink)
    watch.tick()
    time[0] = 10.0
    with pytest.raises(KeyboardInterrupt):
        watch.tick()


def test_a_late_tick_is_one_sample_and_not_many():
    time, reports = [0.0], []
    watch = Watch(10, clock=lambda: time[0], sink=reports.append)
    watch.tick()
    time[0] = 95.0
    assert watch.tick() is True
    time[0] = 96.0
    assert watch.tick() is False, "the next one is due ten seconds after the last"
    assert len(reports) == 1


def test_each_report_compares_with_the_sample_before():
    time, reports, kept = [0.0], [], []
    watch = Watch(1, clock=lambda: time[0], sink=reports.append, top=1000)
    for now in range(3):
        time[0] = float(now)
        watch.tick()
        kept.extend(Session() for _ in range(5))
    name = f"{Session.__module__}.Session"
    assert [dict(report)[name] for report in reports] == [5, 5]
