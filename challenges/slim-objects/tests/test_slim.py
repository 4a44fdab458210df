"""Measure first, then make a track of ten thousand points cost next to nothing."""
import pytest

from solution import Point, Track, footprint

SURFACES = ["gravel", "asphalt", "forest path"]


def walk(steps):
    """So many points, one after the other; each surface is a string of its own, as if read from a file."""
    for step in range(steps):
        surface = "".join(list(SURFACES[step % 3]))
        yield Point(47.0 + step / 7e5, 11.0 + step / 3e5, surface)


def test_a_footprint_counts_each_object_once():
    word = "".join(["over", "cast"])
    day = [word, 21.5]
    cost = footprint([day, day, [day]])
    assert cost.objects == 5, "two outer lists, one day, its word and its number"
    assert cost.tracked == 3, "the collector watches the three lists, and neither word nor number"


def test_numbers_are_objects_that_the_collector_never_sees():
    assert footprint([n / 7 for n in range(1000)]) == (1001, 1)


def test_a_class_is_not_part_of_its_objects():
    cost = footprint(Point(47.0625, 11.1875, "gravel"))
    assert cost == (4, 1), "the point, two floats, one string: classes and what they lead to are not counted"


def test_a_point_has_no_room_for_more():
    point = Point(47.5, 11.25, "gravel")
    assert not hasattr(point, "__dict__"), (
        "there is still a dictionary: look at the class, and at every class above it"
    )
    with pytest.raises(AttributeError):
        point.altitude = 2100


def test_a_point_is_what_it_was():
    point = Point(47.5, 11.25, "gravel")
    assert (point.lat, point.lon, point.surface) == (47.5, 11.25, "gravel")
    assert point == Point(47.5, 11.25, "gravel") != Point(47.5, 11.0, "gravel")
    assert len({point, Point(47.5, 11.25, "gravel")}) == 1
    assert repr(point) == "Point(47.5, 11.25, 'gravel')"
    assert point.is_north_of(Point(47.0, 12.0, "gravel")) and not point.is_north_of(point)
    assert (point == "gravel") is False


def test_a_track_gives_back_its_points():
    points = list(walk(5))
    track = Track(points)
    assert len(track) == 5
    assert list(track) == points
    assert track[0] == points[0]
    assert track[-2] == points[3]


def test_ten_thousand_points_are_few_objects():
    cost = footprint(Track(walk(10_000)))
    assert cost.tracked <= 20, "the collector walks over far too much: is there an object for each point?"
    assert cost.objects <= 20, (
        "objects that are not watched are objects, too: are there numbers, tuples or strings for each point?"
    )
