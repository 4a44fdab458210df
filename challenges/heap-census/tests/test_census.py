"""Count the crowd, compare two counts, and look at the clock."""
from collections import Counter

from solution import Watch, census, growth


class Session:
    def __init__(self):
        self.data = []


NAME = f"{Session.__module__}.Session"


def test_my_objects_are_counted():
    before = census()[NAME]
    sessions = [Session() for _ in range(7)]
    assert census()[NAME] - before == len(sessions)


def test_growth_is_the_difference():
    before = Counter({"shop.Order": 3, "shop.Cart": 5})
    after = Counter({"shop.Order": 10, "shop.Cart": 5})
    assert growth(before, after) == [("shop.Order", 7)]


def test_what_shrank_is_no_growth():
    before = Counter({"shop.Order": 3, "shop.Cart": 5})
    after = Counter({"shop.Order": 1, "shop.Cart": 6})
    assert growth(before, after) == [("shop.Cart", 1)]


def test_most_first_and_ties_by_name():
    after = Counter({"b": 2, "a": 2, "c": 9, "d": 1})
    assert growth(Counter(), after) == [("c", 9), ("a", 2), ("b", 2), ("d", 1)]


def test_a_watch_tells_what_grew_between_two_samples():
    time, reports, kept = [0.0], [], []
    watch = Watch(60, clock=lambda: time[0], sink=reports.append)
    watch.tick()
    kept.extend(Session() for _ in range(40))
    time[0] = 60.0
    watch.tick()
    assert len(reports) == 1, "the first sample has nothing to be compared with"
    assert (NAME, 40) in reports[0]


def test_between_two_samples_nothing_happens():
    time, reports = [0.0], []
    watch = Watch(60, clock=lambda: time[0], sink=reports.append)
    answers = []
    for now in (0.0, 10.0, 59.9, 60.0, 61.0):
        time[0] = now
        answers.append(watch.tick())
    assert answers == [True, False, False, True, False]
    assert len(reports) == 1
