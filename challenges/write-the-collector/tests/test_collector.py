"""Rings that are dead, rings that are held, and what hangs on them."""
from solution import outside_hands, sweep, unreachable


def test_hands_inside_the_heap_are_subtracted():
    heap = {"a": ["b"], "b": ["a"]}
    assert outside_hands(heap, {"a": 2, "b": 1}) == {"a": 1, "b": 0}, (
        "a is held twice, once by b: one hand comes from outside"
    )


def test_a_lone_ring_is_garbage():
    heap = {"a": ["b"], "b": ["c"], "c": ["a"]}
    assert unreachable(heap, {"a": 1, "b": 1, "c": 1}) == {"a", "b", "c"}


def test_a_ring_held_from_outside_is_alive():
    heap = {"a": ["b"], "b": ["c"], "c": ["a"]}
    assert unreachable(heap, {"a": 1, "b": 2, "c": 1}) == set(), (
        "somebody outside holds b, and b leads to c and a"
    )


def test_an_object_that_holds_itself_is_garbage():
    assert unreachable({"me": ["me"]}, {"me": 1}) == {"me"}


def test_what_hangs_on_a_living_ring_is_alive():
    heap = {"a": ["b"], "b": ["a", "tail"], "tail": ["end"], "end": []}
    counts = {"a": 2, "b": 1, "tail": 1, "end": 1}
    assert unreachable(heap, counts) == set(), (
        "tail and end have no hand from outside, but a living object leads to them"
    )


def test_sweeping_empties_the_heap():
    heap = {"x": ["y"], "y": ["x"], "shop": []}
    counts = {"x": 1, "y": 1, "shop": 1}
    assert sweep(heap, counts) == ["x", "y"]
    assert heap == {"shop": []}
    assert counts == {"shop": 1}


def test_an_empty_heap_has_no_garbage():
    assert unreachable({}, {}) == set()
    assert sweep({}, {}) == []
