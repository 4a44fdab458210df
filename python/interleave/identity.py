"""The name of a schedule that was found by trying all of them."""

from __future__ import annotations

from dataclasses import dataclass

from kernel.threads.systematic import Deviation


@dataclass(frozen=True)
class Schedule:
    """Give it to `schedule`, and the same happens again: `Schedule("12:1 40:2")`.

    At the 12th place where the turn could have changed it goes to the first thread in line, at the
    40th to the second. Everywhere else a thread goes on until it has to wait.
    """

    text: str = ""

    def __post_init__(self) -> None:
        self.deviations()

    def deviations(self) -> tuple[Deviation, ...]:
        """As pairs of numbers, in rising order of places. Raises ValueError for any other text."""
        try:
            pairs = [tuple(map(int, part.split(":"))) for part in self.text.split()]
            found = tuple((place, way) for place, way in pairs)
        except ValueError:
            found = ((-1, 0),)
        places = [place for place, _ in found]
        is_rising = all(left < right for left, right in zip([-1, *places], places, strict=False))
        if not is_rising or any(way < 1 for _, way in found):
            raise ValueError(f'A schedule is written as in "12:1 40:2", not {self.text!r}.')
        return found

    @classmethod
    def of(cls, deviations: tuple[Deviation, ...]) -> Schedule:
        """The name of a plan that deviates in these places."""
        return cls(" ".join(f"{place}:{way}" for place, way in deviations))

    def __repr__(self) -> str:
        return f"Schedule({self.text!r})"
