"""A plan drawn from a seed: the same seed, the same changes of turns."""

from __future__ import annotations

import random
from collections import deque

from kernel.threads.record import GreenThread

__no_switch__ = True

#: Most turns are short: a bug hides between two neighbouring steps.
_TURNS = ((0.6, 1, 3), (0.9, 4, 12), (1.0, 13, 40))


class Seeded:
    """Decides with a generator of its own when a turn ends and whose turn is next."""

    def __init__(self, seed: int) -> None:
        self.seed = self.random_seed = seed
        self._random = random.Random(seed)
        self._left = self._turn_length()

    def is_turn_over(self, ready_count: int) -> bool:
        self._left -= 1
        if self._left > 0:
            return False
        self._left = self._turn_length()
        return True

    def keep_turn(self) -> None:
        """The next turn has been drawn already."""

    def choose(self, ready: deque[GreenThread]) -> GreenThread:
        index = self._random.randrange(len(ready))
        chosen = ready[index]
        del ready[index]
        return chosen

    def _turn_length(self) -> int:
        """After how many chances to switch the turn ends."""
        draw = self._random.random()
        for share, shortest, longest in _TURNS:
            if draw < share:
                return self._random.randint(shortest, longest)
        raise AssertionError("unreachable")
