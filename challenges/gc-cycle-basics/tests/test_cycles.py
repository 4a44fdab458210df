"""Who dies at once, who waits for the collector, and how a ring is opened."""
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
    """Holds whatever is put into it."""

    def __init__(self, *things):
        self.things = list(things)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


def lonely():
    return Box("a ticket", "a coat")


def self_ring():
    box = Box()
    box.things.append(box)
    return box


def pair():
    left, right = Box(), Box()
    left.things.append(right)
    right.things.append(left)
    return left


def ring(*names):
    """A ring of nodes with these names; returns them in order."""
    nodes = [Node(name) for name in names]
    for node, following in zip(nodes, nodes[1:] + nodes[:1]):
        node.next = following
    return nodes


def test_a_plain_object_dies_at_once():
    assert needs_collector(lonely) is False, (
        "nothing refers to the box any more: its reference count is 0 and it is gone"
    )


def test_an_object_that_holds_itself_needs_the_collector():
    assert needs_collector(self_ring) is True, (
        "the box is inside its own list, so its reference count never reaches 0"
    )


def test_two_objects_that_hold_each_other_need_the_collector():
    assert needs_collector(pair) is True


def test_it_works_while_the_collector_is_off():
    gc.disable()
    assert needs_collector(self_ring) is True
    assert needs_collector(lonely) is False


def test_rings_are_counted():
    makers = iter([self_ring, lonely, pair, lonely, self_ring])
    assert count_rings(lambda: next(makers)(), 5) == 3, (
        "three of the five boxes are part of a ring"
    )


def test_a_broken_ring_is_a_chain():
    a, b, c = ring("a", "b", "c")
    assert break_ring(a) is True
    assert a.next is b and b.next is c, "only the link back to the first node is cut"
    assert c.next is None, "c still leads back to a"


def test_after_breaking_nobody_needs_the_collector():
    def make():
        first = ring("a", "b", "c")[0]
        break_ring(first)
        return first

    assert needs_collector(make) is False
