"""A meter that tells the truth, points with descendants, and a track that never holds what it need not."""
import copy
import gc
import pickle

import pytest

from solution import Place, Point, Track, footprint

SURFACES = ["gravel", "asphalt", "forest path"]


def walk(steps):
    for step in range(steps):
        surface = "".join(list(SURFACES[step % 3]))
        yield Point(47.0 + step / 7e5, 11.0 + step / 3e5, surface)


def living_points():
    return sum(type(thing) is Point for thing in gc.get_objects())


def test_a_ring_is_counted_and_left():
    ring = [0.5]
    ring.append([ring])
    assert footprint(ring) == (3, 2), "two lists that hold each other, and a number"


def test_equal_things_are_still_two():
    heights = [float("2.5") for _ in range(3)]
    assert footprint(heights) == (4, 1), "three floats are equal, and three objects all the same"


class Link:
    def __init__(self, next):
        self.next = next


def test_a_long_chain_is_no_problem():
    chain = None
    for _ in range(3000):
        chain = Link(chain)
    try:
        cost = footprint(chain)
    finally:
        while chain:
            chain = chain.next
    assert cost.tracked == 3000


def test_a_subclass_can_be_slim_as_well():
    class Hut(Point):
        __slots__ = ("beds",)

    hut = Hut(47.1, 11.9, "gravel")
    hut.beds = 40
    assert not hasattr(hut, "__dict__")
    assert isinstance(hut, Place)


def test_points_can_be_copied_and_pickled():
    point = Point(47.5, 11.25, "gravel")
    assert pickle.loads(pickle.dumps(point)) == point
    assert copy.copy(point) == point


def test_a_slice_is_a_track():
    points = list(walk(10))
    track = Track(points)
    for part in (slice(2, 5), slice(None, None, -2), slice(7, 99), slice(4, 4)):
        assert isinstance(track[part], Track)
        assert list(track[part]) == points[part]


def test_a_slice_lives_on_its_own():
    points = list(walk(6))
    track = Track(points)
    part = track[1:3]
    part.append(points[5])
    track.append(points[0])
    assert list(part) == [points[1], points[2], points[5]]
    assert len(track) == 7


def test_a_long_slice_is_slim_too():
    track = Track(walk(10_000))
    assert footprint(track[1:]).objects <= 20


@pytest.mark.parametrize("index", [3, -4])
def test_beyond_the_ends_there_is_nothing(index):
    with pytest.raises(IndexError):
        Track(walk(3))[index]


def test_coordinates_keep_every_digit():
    point = Point(47.123456789012345, -122.98765432109877, "gravel")
    assert Track([point])[0] == point, "a millimetre on the map is in the ninth digit"


def test_equal_surfaces_are_one_string():
    track = Track(walk(300))
    assert len({id(point.surface) for point in track}) == 3


def test_building_holds_one_point_at_a_time():
    most = 0

    def watched():
        nonlocal most
        for number, point in enumerate(walk(400)):
            yield point
            del point
            if number % 50 == 0:
                most = max(most, living_points())

    before = living_points()
    track = Track(watched())
    assert len(track) == 400
    assert most - before <= 5, f"{most - before} points were alive at once: who keeps them?"


def test_walking_along_makes_one_point_at_a_time():
    track = Track(walk(400))
    before = living_points()
    steps = iter(track)
    first, other = next(steps), iter(track)
    assert living_points() - before <= 3, "all points are made before the first is asked for"
    next(steps)
    assert next(other) == first, "each loop over the track begins at its beginning"
