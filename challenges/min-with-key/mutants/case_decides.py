import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Cafe:
    """A café and where it stands on the map."""

    name: str
    x: float
    y: float


def nearest(cafes, here):
    """Return the Cafe closest to the point `here`, or None."""
    return min(
        cafes,
        key=lambda cafe: math.dist((cafe.x, cafe.y), here),
        default=None,
    )


def longest_word(text):
    """Return the longest word of `text`, or None."""
    return min(
        text.split(),
        key=lambda word: (-len(word), word),
        default=None,
    )


def cheapest(items, budget):
    """Return the cheapest item that costs at most `budget`, or None."""
    affordable = (item for item in items if item["price"] <= budget)
    return min(
        affordable,
        key=lambda item: (item["price"], -item["rating"]),
        default=None,
    )


def closest_sum(pairs, target):
    """Return the pair whose sum is closest to `target`, or None."""
    return min(
        pairs,
        key=lambda pair: abs(sum(pair) - target),
        default=None,
    )
