from collections import deque
from queue import Empty


def drain_list(items):
    """Take everything off a list used as a stack; newest first."""
    taken = []
    while items:
        taken.append(items.pop())
    return taken


def drain_deque(items):
    """Take everything off a deque whose newest item is on the left."""
    taken = []
    while items:
        taken.append(items.popleft())
    return taken


def drain_lifo(stack):
    """Take everything off a queue.LifoQueue without ever waiting."""
    taken = []
    while True:
        try:
            taken.append(stack.get_nowait())
        except Empty:
            return taken


def peek_order(stack):
    """What would come off a list or deque, in order, taking nothing."""
    return list(stack) if isinstance(stack, deque) else list(reversed(stack))


class BoundedStack:
    """A stack of at most maxlen items: pushing onto a full one drops the oldest."""

    def __init__(self, maxlen):
        self._items = deque(maxlen=maxlen)

    def push(self, item):
        if len(self._items) < self._items.maxlen:
            self._items.append(item)

    def pop(self):
        """The newest item; IndexError when there is none."""
        return self._items.pop()

    def __len__(self):
        return len(self._items)
