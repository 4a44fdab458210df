"""Failures among many, keys side by side, a maker who asks himself, and the way without a lock."""

import gc
import time
import weakref

import pytest
from crowd import together
from interleave import Deadlocked, explore, schedule, seeds

from solution import Once, OncePerKey, lazy

some_seeds = pytest.mark.parametrize("seed", seeds()[:5])


def locks_of(thing):
    """Whatever the object holds that can be acquired."""
    held = [getattr(thing, name) for name in dir(thing) if not name.startswith("__")]
    return [value for value in held if hasattr(value, "acquire") and hasattr(value, "release")]


def test_a_value_that_is_there_needs_no_lock():
    once = Once(lambda: "open")
    once.get()
    got = []
    for lock in locks_of(once):
        lock.acquire()
    try:
        with schedule(0):
            together(lambda: got.append(once.get()))
    except Deadlocked:
        pytest.fail("the value has long been there, and get() still waits for a lock")
    finally:
        for lock in locks_of(once):
            lock.release()
    assert got == ["open"]


@some_seeds
def test_after_a_failure_one_of_those_who_wait_tries_and_the_others_wait_for_him(seed):
    inside, most, attempts, got, errors = [], [], [], [], []

    def make():
        inside.append(1)
        most.append(len(inside))
        attempts.append(1)
        is_first = len(attempts) == 1
        time.sleep(1)
        inside.pop()
        if is_first:
            raise OSError("the key is bent")
        return "open"

    once = Once(make)

    def ask():
        try:
            got.append(once.get())
        except OSError as error:
            errors.append(error)

    with schedule(seed) as run:
        together(*[ask] * 4)
    assert max(most) == 1, "two were making it at the same time"
    assert (len(errors), got) == (1, ["open"] * 3), "one guest gets the error, three get the value"
    assert run.clock() == 2, "one failed attempt of a second and a good one"


def test_the_one_who_failed_may_try_again_himself():
    answers = iter([OSError("bent"), "open"])

    def make():
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    once = Once(make)
    got = []

    def stubborn():
        with pytest.raises(OSError, match="bent"):
            once.get()
        got.append(once.get())

    with schedule(1):
        together(stubborn)
    assert got == ["open"]


@some_seeds
def test_different_keys_are_made_side_by_side(seed):
    def make(city):
        time.sleep(1)
        return city

    shops = OncePerKey(make)
    with schedule(seed) as run:
        together(*[lambda city=city: shops.get(city) for city in ("Bern", "Graz", "Lyon", "Bern")])
    assert run.clock() == 1, "three keys take a second each, all at the same time"


def test_keys_may_be_none_and_values_as_well():
    calls = []
    shops = OncePerKey(lambda key: calls.append(key))
    assert [shops.get(key) for key in (None, 0, "", None, 0, "")] == [None] * 6
    assert calls == [None, 0, ""]


def test_a_key_that_failed_can_be_made_later():
    shut = {"Bern"}

    def make(city):
        if city in shut:
            raise LookupError(city)
        return city.upper()

    shops = OncePerKey(make)
    assert shops.get("Graz") == "GRAZ"
    with pytest.raises(LookupError):
        shops.get("Bern")
    shut.clear()
    assert shops.get("Bern") == "BERN"


def test_who_asks_for_what_he_is_making_gets_an_error_and_does_not_hang():
    once = Once(lambda: once.get())
    with pytest.raises(RuntimeError) as caught:
        once.get()
    assert caught.type is RuntimeError, f"{caught.type.__name__}: the maker should notice at once that it is him"
    with pytest.raises(RuntimeError):
        once.get()


def test_one_key_may_ask_for_another_but_not_in_a_ring():
    def make(key):
        if key == "ring":
            return shops.get("back")
        if key == "back":
            return shops.get("ring")
        return f"{key}+{shops.get('flour')}" if key != "flour" else "flour"

    shops = OncePerKey(make)
    assert shops.get("bread") == "bread+flour"
    with pytest.raises(RuntimeError) as caught:
        shops.get("ring")
    assert caught.type is RuntimeError


class Report:
    made = 0

    @lazy
    def total(self):
        Report.made += 1
        time.sleep(1)
        return [self]


def test_a_lazy_attribute_is_made_once_whoever_asks():
    def four_read_one_report():
        Report.made = 0
        report, got = Report(), []
        together(*[lambda: got.append(report.total)] * 4)
        return Report.made, len(set(map(id, got)))

    bad = explore(four_read_one_report, lambda outcome: outcome == (1, 1), seeds())
    assert bad is None, f"under seed {bad} the same object computes its attribute more than once"


@some_seeds
def test_two_objects_compute_their_attributes_side_by_side(seed):
    reports = [Report(), Report()]
    with schedule(seed) as run:
        together(*[lambda report=report: report.total for report in reports])
    assert run.clock() == 1, "two objects, a second each, at the same time"
    assert [report.total for report in reports] == [[reports[0]], [reports[1]]]


@pytest.mark.parametrize("hashing", [None, lambda self: 1], ids=["unhashable", "hashable"])
def test_equal_objects_have_values_of_their_own(hashing):
    class Cup:
        __hash__ = hashing

        def __eq__(self, other):
            return True

        @lazy
        def contents(self):
            return [self]

    one, other = Cup(), Cup()
    assert one.contents[0] is one
    assert other.contents[0] is other, "two equal cups, and the second was given what belongs to the first"


def test_lazy_keeps_no_object_alive():
    class Invoice:
        @lazy
        def net(self):
            return 100

    invoice = Invoice()
    assert invoice.net == 100
    witness = weakref.ref(invoice)
    del invoice
    gc.collect()
    assert witness() is None, "nobody needs the invoice any more, and your descriptor still holds it"


def test_two_lazy_attributes_of_one_object_are_two():
    class Invoice:
        @lazy
        def net(self):
            return 100

        @lazy
        def gross(self):
            return self.net + 19

    invoice = Invoice()
    assert (invoice.gross, invoice.net) == (119, 100)


def test_the_class_has_the_descriptor_itself():
    assert isinstance(Report.total, lazy), "Report.total belongs to no report, so there is nothing to make"
