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
        # TODO: one lock, and what else?

    def put(self, item, timeout=None):
        """Put an item on the shelf; wait for room, at most `timeout` seconds."""
        # TODO 1 and 2: wait for room. Whom do you wake afterwards?
        # TODO 3: for how long?
        ...

    def take(self, timeout=None):
        """Take the item that has been there longest; wait for one, at most `timeout` seconds."""
        # TODO 1, 2 and 3
        ...

    def close(self):
        """Nothing more is put on the shelf. What is there may still be taken."""
        # TODO 4
        ...

    def __len__(self):
        """How many items are on the shelf."""
        return len(self._items)
