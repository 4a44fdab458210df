"""The same plates, three shelves, one order."""
from collections import deque
from queue import LifoQueue

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


def test_a_list_gives_the_newest_first():
    assert drain_list(["soup", "fish", "cake"]) == ["cake", "fish", "soup"]


def test_a_deque_gives_its_left_end_first():
    stack = deque()
    for plate in ("soup", "fish", "cake"):
        stack.appendleft(plate)
    assert drain_deque(stack) == ["cake", "fish", "soup"], (
        "appendleft puts the newest plate at the left end"
    )


def test_a_lifo_queue_gives_the_newest_first():
    assert drain_lifo(lifo("soup", "fish", "cake")) == ["cake", "fish", "soup"]


def test_draining_leaves_nothing():
    plates, pile, stack = [1, 2], deque([2, 1]), lifo(1, 2)
    drain_list(plates)
    drain_deque(pile)
    drain_lifo(stack)
    assert plates == [], "the list itself must be empty afterwards"
    assert len(pile) == 0
    assert stack.empty()


def test_peeking_at_a_list_tells_the_order_and_takes_nothing():
    plates = ["soup", "fish", "cake"]
    assert peek_order(plates) == ["cake", "fish", "soup"]
    assert plates == ["soup", "fish", "cake"], "peek_order changed the list it looked at"


def test_a_full_stack_drops_the_oldest():
    shelf = BoundedStack(2)
    for plate in ("soup", "fish", "cake"):
        shelf.push(plate)
    assert len(shelf) == 2
    assert [shelf.pop(), shelf.pop()] == ["cake", "fish"], (
        "the soup was the oldest plate and had to go"
    )
