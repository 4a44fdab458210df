"""Nothing, None, zero, and what must be left alone."""
from collections import deque
from queue import LifoQueue

import pytest

from solution import BoundedStack, drain_deque, drain_lifo, drain_list, peek_order


class ImpatientQueue(LifoQueue):
    """Refuses to wait: a wait on an empty queue would never end."""

    def get(self, block=True, timeout=None):
        if block and self.empty():
            raise AssertionError(
                "get() was about to wait for an item that nobody will bring"
            )
        return super().get(block, timeout)


def lifo(*items):
    stack = ImpatientQueue()
    for item in items:
        stack.put(item)
    return stack


def test_empty_shelves_give_empty_lists():
    assert drain_list([]) == []
    assert drain_deque(deque()) == []
    assert drain_lifo(ImpatientQueue()) == []


def test_an_empty_queue_is_never_waited_for():
    stack = ImpatientQueue()
    stack.put("last plate")
    assert drain_lifo(stack) == ["last plate"]


@pytest.mark.parametrize("odd", [None, 0, "", False], ids=repr)
def test_items_that_count_as_false_are_items(odd):
    assert drain_list([1, odd, 3]) == [3, odd, 1]
    assert drain_deque(deque([3, odd, 1])) == [3, odd, 1]
    assert drain_lifo(lifo(1, odd, 3)) == [3, odd, 1], (
        f"{odd!r} is an ordinary item; only the queue can say that it is empty"
    )


def test_peeking_at_a_deque_starts_at_its_left_end():
    pile = deque(["cake", "fish", "soup"])
    assert peek_order(pile) == ["cake", "fish", "soup"], (
        "the newest item of such a deque is on the left"
    )
    assert list(pile) == ["cake", "fish", "soup"]


def test_a_peek_is_a_list_of_its_own():
    plates = ["soup"]
    peek_order(plates).append("fly")
    pile = deque(["soup"])
    peek_order(pile).append("fly")
    assert plates == ["soup"] and list(pile) == ["soup"]


def test_popping_an_empty_stack_is_an_index_error():
    shelf = BoundedStack(3)
    shelf.push("soup")
    shelf.pop()
    with pytest.raises(IndexError):
        shelf.pop()


def test_what_fits_is_not_dropped():
    shelf = BoundedStack(3)
    for plate in (1, 2, 3):
        shelf.push(plate)
    assert [shelf.pop() for _ in range(3)] == [3, 2, 1]


def test_two_stacks_share_nothing():
    one, other = BoundedStack(2), BoundedStack(2)
    one.push("soup")
    assert len(other) == 0
