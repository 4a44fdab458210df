from collections import deque
from queue import Empty


def drain_list(items):
    """Take everything off a list used as a stack; newest first."""
    # TODO 1
    ...


def drain_deque(items):
    """Take everything off a deque whose newest item is on the left."""
    # TODO 2
    ...


def drain_lifo(stack):
    """Take everything off a queue.LifoQueue without ever waiting."""
    # TODO 3
    ...


def peek_order(stack):
    """What would come off a list or deque, in order, taking nothing."""
    # TODO 4
    ...


class BoundedStack:
    """A stack of at most maxlen items: pushing onto a full one drops the oldest."""

    def __init__(self, maxlen):
        # TODO 5
        ...

    def push(self, item):
        ...

    def pop(self):
        """The newest item; IndexError when there is none."""
        ...

    def __len__(self):
        return 0
