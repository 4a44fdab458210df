"""What must be as it was afterwards, other people's garbage, and odd rings."""
import gc

import pytest

from solution import break_ring, count_rings, needs_collector


@pytest.fixture(autouse=True)
def collector_as_it_was():
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


class Box:
    def __init__(self, *things):
        self.things = list(things)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    __hash__ = None


def self_ring():
    box = Box()
    box.things.append(box)
    return box


@pytest.mark.parametrize("was_enabled", [True, False])
def test_the_collector_is_left_as_it_was(was_enabled):
    if was_enabled:
        gc.enable()
    else:
        gc.disable()
    thresholds = gc.get_threshold()
    needs_collector(self_ring)
    count_rings(self_ring, 3)
    assert gc.isenabled() is was_enabled, (
        "switch it back on only if it was on when you came"
    )
    assert gc.get_threshold() == thresholds


@pytest.mark.parametrize("ask", [needs_collector, lambda make: count_rings(make, 2)])
def test_an_error_in_make_leaves_the_collector_on(ask):
    def make():
        raise KeyError("no box")

    gc.enable()
    with pytest.raises(KeyError):
        ask(make)
    assert gc.isenabled(), "make() raised, and the collector stayed switched off"


def test_the_collector_sleeps_while_the_object_is_made():
    seen = []

    def make():
        seen.append(gc.isenabled())
        return self_ring()

    gc.enable()
    needs_collector(make)
    count_rings(make, 1)
    assert seen == [False, False], (
        "a collection that starts on its own between making and looking would "
        "make a ring look like an object that died at once"
    )


def test_other_peoples_garbage_does_not_count():
    gc.disable()
    for _ in range(50):
        self_ring()
    assert needs_collector(Box) is False, (
        "there is garbage around that is not ours: ask about this object, "
        "not about what the collector found"
    )


def test_an_object_that_somebody_still_holds_is_no_ring():
    shelf = []

    def make():
        box = Box()
        shelf.append(box)
        return box

    assert needs_collector(make) is False, (
        "the shelf keeps it alive, before the collection and after it"
    )
    assert count_rings(make, 3) == 0
    assert len(shelf) == 4


def test_a_ring_through_a_dictionary():
    def make():
        box = Box()
        box.things.append({"owner": [box]})
        return box

    assert needs_collector(make) is True


def test_a_finaliser_runs_once():
    runs = []

    class Loud(Box):
        def __del__(self):
            runs.append("bye")

    def make():
        loud = Loud()
        loud.things.append(loud)
        return loud

    assert needs_collector(make) is True
    assert runs == ["bye"]


def test_what_cannot_be_observed_is_a_type_error():
    class Slim:
        __slots__ = ("next",)

    with pytest.raises(TypeError):
        needs_collector(Slim)


def test_a_chain_has_no_ring_to_break():
    a, b = Node("a"), Node("b")
    a.next = b
    assert break_ring(a) is False
    assert a.next is b and b.next is None


def test_nodes_that_are_equal_are_not_the_same():
    first, twin, last = Node("x"), Node("x"), Node("y")
    first.next, twin.next, last.next = twin, last, first
    assert break_ring(first) is True
    assert first.next is twin and twin.next is last and last.next is None, (
        "the twin equals the first node but is another object: compare with `is`"
    )


def test_a_ring_further_on_is_not_ours():
    handle, a, b = Node("handle"), Node("a"), Node("b")
    handle.next, a.next, b.next = a, b, a
    assert break_ring(handle) is False, "no link leads back to the node you were given"
    assert handle.next is a and a.next is b and b.next is a
