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
    # TODO 1: math.dist(p, q) is the straight line between two points.
    ...


def longest_word(text):
    """Return the longest word of `text`, or None."""
    # TODO 2
    ...


def cheapest(items, budget):
    """Return the cheapest item that costs at most `budget`, or None."""
    # TODO 3
    ...


def closest_sum(pairs, target):
    """Return the pair whose sum is closest to `target`, or None."""
    # TODO 4
    ...
