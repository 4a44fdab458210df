"""Plans that differ from "go on until you wait" at few named places, and the list of those to try.

Every place where the turn could change is numbered as the program comes to it. A plan names the
numbers at which it decides otherwise than usual, so a plan is short, and the same plan repeats the
same run. To take the turn from a thread that could go on is a preemption; which of several threads
goes on when one waits is free. Most bugs need one preemption or two, and with so few all of them
can be tried.
"""

from __future__ import annotations

from collections import deque

from kernel.threads.record import GreenThread

__no_switch__ = True

#: A thread that only spins would never let the others change what it spins on. Its turn ends after
#: this many chances, which is no preemption.
_LONGEST_TURN = 1_000

#: Number of the place, and which of its other possibilities is taken, from 1.
Deviation = tuple[int, int]
#: Where a run could have gone another way: its number, how many other ways there were, and whether
#: they are preemptions. No named tuple: those are made by code that would count as the program's.
Place = tuple[int, int, bool]


class Planned:
    """Deviates where it is told to. Afterwards `places` are those behind its last deviation."""

    random_seed = 0

    def __init__(self, deviations: tuple[Deviation, ...] = ()) -> None:
        self.deviations = deviations
        self.places: list[Place] = []
        self._wanted = dict(deviations)
        self._last = deviations[-1][0] if deviations else -1
        self._number = -1
        self._turn = 0
        self._chosen: int | None = None

    def is_turn_over(self, ready_count: int) -> bool:
        if ready_count == 0:
            return False
        self._turn += 1
        if self._turn >= _LONGEST_TURN:
            self._chosen = 0
            return True
        wanted = self._decide(ready_count, is_preemption=True)
        if wanted == 0:
            return False
        self._chosen = wanted - 1
        return True

    def keep_turn(self) -> None:
        self._chosen = None

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        chosen, self._chosen, self._turn = self._chosen, None, 0
        if chosen is None:
            chosen = self._decide(len(ready) - 1, is_preemption=False) if len(ready) > 1 else 0
        thread = ready[chosen]
        del ready[chosen]
        return thread

    def _decide(self, others: int, is_preemption: bool) -> int:
        self._number += 1
        if self._number > self._last:
            self.places.append((self._number, others, is_preemption))
            return 0
        # A program that has been changed may have fewer ways to go than its plan knows of.
        return min(self._wanted.get(self._number, 0), others)


class Frontier:
    """The plans still to be tried, those with the fewest preemptions first. None comes twice."""

    def __init__(self, preemptions: int, most: int) -> None:
        """`most`: plans given out at all."""
        self._waiting = [deque[tuple[Deviation, ...]]() for _ in range(preemptions + 1)]
        self._waiting[0].append(())
        self._most = most
        #: How many plans have been given out.
        self.taken = 0
        #: True when there were plans that `most` left no room for.
        self.is_cut = False
        self._cost = 0

    def take(self) -> Planned | None:
        """The next plan; None when there is no other."""
        for cost, waiting in enumerate(self._waiting):
            if waiting:
                if self.taken >= self._most:
                    self.is_cut = True
                    return None
                self.taken += 1
                self._cost = cost
                return Planned(waiting.popleft())
        return None

    def add_beyond(self, plan: Planned) -> None:
        """Takes note of every way in which the run of the plan taken last could have gone on."""
        for number, others, is_preemption in plan.places:
            cost = self._cost + is_preemption
            if cost >= len(self._waiting):
                continue
            for other in range(1, others + 1):
                if self.taken + sum(map(len, self._waiting[: cost + 1])) >= self._most:
                    self.is_cut = True
                    break
                self._waiting[cost].append((*plan.deviations, (number, other)))
