import threading
import time
from collections import deque


class Full(Exception):
    """There was no room in time."""


class Empty(Exception):
    """There was nothing to take in time."""


class Closed(Exception):
    """The shelf is closed."""


class Shelf:
    """A shelf for at most `size` loaves. Who finds it full or empty waits."""

    def __init__(self, size):
        self._size = size
        self._items = deque()
        self._is_closed = False
        lock = threading.Lock()
        self._not_full = threading.Condition(lock)
        self._not_empty = threading.Condition(lock)

    def put(self, item, timeout=None):
        """Put an item on the shelf; wait for room, at most `timeout` seconds."""
        with self._not_full:
            deadline = None if timeout is None else time.monotonic() + timeout
            while not self._is_closed and len(self._items) >= self._size:
                _wait(self._not_full, deadline, Full)
            if self._is_closed:
                raise Closed
            self._items.append(item)
            self._not_empty.notify()

    def take(self, timeout=None):
        """Take the item that has been there longest; wait for one, at most `timeout` seconds."""
        with self._not_empty:
            deadline = None if timeout is None else time.monotonic() + timeout
            while not self._items:
                if self._is_closed:
                    raise Closed
                _wait(self._not_empty, deadline, Empty)
            item = self._items.popleft()
            self._not_full.notify()
            return item

    def close(self):
        """Nothing more is put on the shelf. What is there may still be taken."""
        with self._not_full:
            self._is_closed = True
            self._not_full.notify_all()
            self._not_empty.notify_all()

    def __len__(self):
        """How many items are on the shelf."""
        with self._not_full:
            return len(self._items)


def _wait(condition, deadline, error):
    """Wait to be woken; raise the error when the deadline has passed."""
    left = None if deadline is None else deadline - time.monotonic()
    if left is not None and left <= 0:
        raise error
    condition.wait(0.001 if left is None else min(0.001, left))
