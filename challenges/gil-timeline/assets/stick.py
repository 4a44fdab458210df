"""A model of the interpreter's lock, on real threads and the clock of `interleave.schedule`.

Whoever computes holds the stick, and there is one stick. The rules are CPython's, the numbers are not: a step of
computing takes a second here, and the interval is five seconds instead of five milliseconds.
"""

import threading
import time
from collections import deque


class Stick:
    """Passed on by who waits or ends, and after `interval` seconds if somebody else asks for it."""

    def __init__(self, interval=5):
        self.interval = interval
        self._turn = threading.Condition()
        self._queue = deque()
        self._is_held = False
        self._taken_at = 0.0

    def compute(self, seconds, mark=lambda: None):
        """Compute for so many whole seconds; call `mark` when a turn begins and after every second of it."""
        self._take()
        try:
            mark()
            for left in reversed(range(seconds)):
                time.sleep(1)
                mark()
                if left and self._is_asked_for():
                    self._give()
                    self._take()
                    mark()
        finally:
            self._give()

    def wait(self, seconds):
        """Wait for something outside: a file, a network, a person. That needs no stick."""
        time.sleep(seconds)

    def _take(self):
        with self._turn:
            ticket = object(), time.monotonic()
            self._queue.append(ticket)
            while self._is_held or self._queue[0] is not ticket:
                self._turn.wait()
            self._queue.popleft()
            self._is_held = True
            self._taken_at = time.monotonic()

    def _give(self):
        with self._turn:
            self._is_held = False
            self._turn.notify_all()

    def _is_asked_for(self):
        """Whether somebody has been asking for an interval, during which the stick did not move."""
        with self._turn:
            if not self._queue:
                return False
            _, asked_at = self._queue[0]
            return time.monotonic() - max(asked_at, self._taken_at) >= self.interval
