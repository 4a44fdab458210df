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
    seen = set()
    tracked = 0
    ahead = [thing]
    while ahead:
        found = ahead.pop()
        if id(found) in seen or isinstance(found, type):
            continue
        seen.add(id(found))
        tracked += gc.is_tracked(found)
        ahead.extend(gc.get_referents(found))
    return Footprint(len(seen), tracked)


class Place:
    """Something with a latitude and a longitude."""

    __slots__ = ()

    def is_north_of(self, other):
        return self.lat > other.lat


class Point(Place):
    """One reading of the watch: where it was, and what was underfoot."""

    __slots__ = ("lat", "lon", "surface")

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

    __slots__ = ("_lats", "_lons", "_surfaces", "_at")

    def __init__(self, points=()):
        self._lats = array("d")
        self._lons = array("d")
        self._surfaces = []
        for point in points:
            self.append(point)

    def append(self, point):
        """Add a point at the end."""
        self._lats.append(point.lat)
        self._lons.append(point.lon)
        self._surfaces.append(sys.intern(point.surface))

    def __len__(self):
        return len(self._lats)

    def __getitem__(self, index):
        """The point at this index, or the Track of a slice."""
        if isinstance(index, slice):
            part = Track()
            part._lats = self._lats[index]
            part._lons = self._lons[index]
            part._surfaces = self._surfaces[index]
            return part
        return Point(self._lats[index], self._lons[index], self._surfaces[index])

    def __iter__(self):
        if not hasattr(self, "_at") or self._at >= len(self):
            self._at = 0
        return self

    def __next__(self):
        if self._at >= len(self):
            raise StopIteration
        self._at += 1
        return self[self._at - 1]
