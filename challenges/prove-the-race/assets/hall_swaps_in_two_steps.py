"""A hall with a mistake: between two steps of a swap somebody sits on both seats."""

import threading


class Hall:
    """Seats with the numbers from 1 on, free or sold to somebody."""

    def __init__(self, seats):
        self._lock = threading.Lock()
        self._free = set(range(1, seats + 1))
        self._names = {}

    def sell(self, name):
        """Sell the free seat with the smallest number and return the number; None if there is none."""
        with self._lock:
            seat = min(self._free, default=None)
            if seat is None:
                return None
            self._free.discard(seat)
            self._names[seat] = name
            return seat

    def give_back(self, seat):
        """A seat that was sold is free again. ValueError if it was not sold."""
        with self._lock:
            if self._names.get(seat) is None:
                raise ValueError(f"seat {seat} has not been sold")
            self._names.pop(seat, None)
            self._free.add(seat)

    def swap(self, one, other):
        """Two people change seats. ValueError if one of them was not sold."""
        with self._lock:
            if one not in self._names or other not in self._names:
                raise ValueError(f"seats {one} and {other} have not both been sold")
            before = self._names[one]
            self._names[one] = self._names[other]
        self._seat(before, other)

    def _seat(self, name, seat):
        with self._lock:
            self._names[seat] = name

    def count(self):
        """How many seats are free and how many are sold, at one moment."""
        with self._lock:
            return len(self._free), len(self._names)

    def plan(self):
        """Who has which seat, at one moment: a new dictionary from number to name."""
        with self._lock:
            return dict(self._names)
