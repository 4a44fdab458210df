"""A hall that is right and looks different inside: your tests must not mind."""

import heapq
from threading import Condition


class Hall:
    """Seats with the numbers from 1 on, free or sold to somebody."""

    def __init__(self, seats):
        self._door = Condition()
        self._heap = list(range(1, seats + 1))
        self._guests = {}

    def sell(self, name):
        with self._door:
            if not self._heap:
                return None
            seat = heapq.heappop(self._heap)
            self._guests.update({seat: name})
            return seat

    def give_back(self, seat):
        with self._door:
            if seat not in self._guests:
                raise ValueError(f"nobody has seat {seat}")
            del self._guests[seat]
            heapq.heappush(self._heap, seat)

    def swap(self, one, other):
        with self._door:
            if not {one, other} <= set(self._guests):
                raise ValueError(f"nobody has seat {one}, or nobody has seat {other}")
            first = self._guests[one]
            self._guests[one] = self._guests[other]
            self._guests[other] = first

    def count(self):
        with self._door:
            return len(self._heap), len(self._guests)

    def plan(self):
        with self._door:
            return {seat: name for seat, name in sorted(self._guests.items())}
