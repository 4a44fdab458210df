import gc
import sys
from array import array
from typing import NamedTuple


class Footprint(NamedTuple):
    """What something is made of."""

    objects: int  # how many there are in all
    tracked: int  # how many of them the garbage collector has to walk over


def footprint(thing):
    """Count thing and everything that it holds, directly or not, classes left out."""
    # TODO 1: measure before you change anything.
    ...


class Place:
    """Something with a latitude and a longitude."""

    def is_north_of(self, other):
        return self.lat > other.lat


class Point(Place):
    """One reading of the watch: where it was, and what was underfoot."""

    # TODO 2: a point has room for three values, and for nothing else.

    def __init__(self, lat, lon, surface):
        self.lat = lat
        self.lon = lon
        self.surface = surface

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.lat, self.lon, self.surface) == (other.lat, other.lon, other.surface)

    def __hash__(self):
        return hash((self.lat, self.lon, self.surface))

    def __repr__(self):
        return f"Point({self.lat!r}, {self.lon!r}, {self.surface!r})"


class Track:
    """A sequence of points, in the order in which they were walked."""

    # All of this works. TODO 3 and 4: it costs far too many objects.

    def __init__(self, points=()):
        self._points = list(points)

    def append(self, point):
        """Add a point at the end."""
        self._points.append(point)

    def __len__(self):
        return len(self._points)

    def __getitem__(self, index):
        """The point at this index, or the Track of a slice."""
        if isinstance(index, slice):
            return Track(self._points[index])
        return self._points[index]

    def __iter__(self):
        return iter(self._points)
