"""Doubled links, borders, deep chains, and inputs that cannot be."""
import pytest

from solution import outside_hands, sweep, unreachable


def test_two_links_are_two_hands():
    heap = {"list": ["item", "item"], "item": ["list"]}
    assert outside_hands(heap, {"list": 1, "item": 2}) == {"list": 0, "item": 0}, (
        "the list holds the item twice, and each link counts"
    )
    assert unreachable(heap, {"list": 1, "item": 2}) == {"list", "item"}


def test_objects_that_are_not_tracked_are_ignored():
    heap = {"a": ["b", "the number 7"], "b": ["a", "the text hi"]}
    assert unreachable(heap, {"a": 1, "b": 1}) == {"a", "b"}, (
        "numbers and texts are not in the heap and hold nothing: pass over them"
    )
    assert sweep(heap, {"a": 1, "b": 1}) == ["a", "b"]


def test_two_rings_with_a_bridge():
    heap = {"a": ["b"], "b": ["a", "x"], "x": ["y"], "y": ["x"]}
    assert unreachable(heap, {"a": 1, "b": 1, "x": 2, "y": 1}) == {"a", "b", "x", "y"}
    assert unreachable(heap, {"a": 1, "b": 1, "x": 3, "y": 1}) == {"a", "b"}, (
        "x is held from outside: its ring lives, the one that leads to it does not"
    )


def test_freed_objects_let_go_of_the_living():
    heap = {"a": ["b", "shop"], "b": ["a"], "shop": []}
    counts = {"a": 1, "b": 1, "shop": 2}
    assert sweep(heap, counts) == ["a", "b"]
    assert counts == {"shop": 1}, "a held the shop, and a is gone"


def test_nothing_is_left_for_a_second_sweep():
    heap = {"a": ["b", "shop", "shop"], "b": ["a"], "shop": ["till"], "till": ["shop"]}
    counts = {"a": 1, "b": 1, "shop": 4, "till": 1}
    assert sweep(heap, counts) == ["a", "b"]
    assert counts == {"shop": 2, "till": 1}
    assert sweep(heap, counts) == []


def test_asking_changes_nothing():
    heap = {"a": ["b"], "b": ["a"]}
    counts = {"a": 1, "b": 1}
    outside_hands(heap, counts)
    unreachable(heap, counts)
    assert heap == {"a": ["b"], "b": ["a"]}
    assert counts == {"a": 1, "b": 1}, "count on a copy: these are the real counts"


@pytest.mark.parametrize("ask", [outside_hands, unreachable, sweep])
def test_more_hands_inside_than_there_are_is_an_error(ask):
    heap = {"a": ["b", "b"], "b": []}
    with pytest.raises(ValueError, match="b"):
        ask(heap, {"a": 1, "b": 1})
    assert heap == {"a": ["b", "b"], "b": []}


def test_a_long_chain_needs_no_recursion():
    names = [f"n{number}" for number in range(2_000)]
    heap = {name: [following] for name, following in zip(names, names[1:])}
    heap[names[-1]] = []
    alive = {name: 1 for name in names}
    assert unreachable(heap, alive) == set(), "the first one is held from outside"
    dead = dict(alive, n0=0)
    assert unreachable(heap, dead) == set(names)


def test_the_order_of_the_heap_does_not_matter():
    heap = {"end": [], "tail": ["end"], "b": ["a", "tail"], "a": ["b"]}
    counts = {"end": 1, "tail": 1, "b": 1, "a": 2}
    assert unreachable(heap, counts) == set()
    turned = dict(reversed(heap.items()))
    assert unreachable(turned, counts) == set()
