"""One shop, many guests: who opens it, and what do the others get?"""

import time

import pytest
from crowd import together
from interleave import explore, schedule, seeds

from solution import Once, OncePerKey, lazy


def test_six_guests_at_once_make_one_value():
    def six_ask():
        calls, got = [], []

        def make():
            calls.append("made")
            return object()

        once = Once(make)
        together(*[lambda: got.append(once.get())] * 6)
        return len(calls), len(got), len(set(map(id, got)))

    bad = explore(six_ask, lambda outcome: outcome == (1, 6, 1), seeds())
    assert bad is None, (
        f"under seed {bad} make() is called more than once, or the guests got different values: "
        "what can happen between asking whether it is there and making it?"
    )


@pytest.mark.parametrize("seed", seeds()[:5])
def test_nobody_gets_the_value_before_it_is_ready(seed):
    got = []

    def make():
        time.sleep(10)
        return "open"

    once = Once(make)
    with schedule(seed) as run:
        together(*[lambda: got.append((once.get(), run.clock()))] * 3)
    assert got == [("open", 10)] * 3, "a value, and the second at which a guest had it"


@pytest.mark.parametrize("value", [None, 0, "", False, []])
def test_every_value_counts_as_made(value):
    calls = []
    once = Once(lambda: calls.append(1) or value)
    assert once.get() is value
    assert once.get() is value
    assert len(calls) == 1, f"{value!r} is a value like any other, and was made twice"


def test_an_error_reaches_the_caller_and_the_next_one_tries_again():
    attempts = []

    def make():
        attempts.append(1)
        if len(attempts) < 3:
            raise OSError("the oven is cold")
        return "bread"

    once = Once(make)
    for _ in range(2):
        with pytest.raises(OSError, match="oven"):
            once.get()
    assert once.get() == once.get() == "bread"
    assert len(attempts) == 3


def test_each_key_is_made_once():
    def ask_for_two_cities():
        calls, got = [], []

        def make(city):
            calls.append(city)
            return [city]

        shops = OncePerKey(make)
        together(*[lambda city=city: got.append(shops.get(city)) for city in ("Bern", "Graz") * 3])
        return sorted(calls), len(set(map(id, got)))

    bad = explore(ask_for_two_cities, lambda outcome: outcome == (["Bern", "Graz"], 2), seeds())
    assert bad is None, f"under seed {bad} a key was made twice, or two guests got different values"


def test_a_lazy_attribute_is_made_once_for_each_object():
    made = []

    class Report:
        def __init__(self, year):
            self.year = year

        @lazy
        def total(self):
            made.append(self.year)
            return self.year * 2

    first, second = Report(10), Report(20)
    assert made == [], "nobody has asked yet"
    assert (first.total, first.total, second.total, second.total) == (20, 20, 40, 40)
    assert made == [10, 20]
