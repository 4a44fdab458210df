# TODO(author): the tests that Submit adds: edges, misuse, cleaning up. Unlisted, not secret; no traps.
from solution import mean


def test_without_readings_there_is_none():
    assert mean([]) is None


def test_the_readings_are_left_as_they_were():
    readings = [3.0, 1.0, 2.0]
    mean(readings)
    assert readings == [3.0, 1.0, 2.0]
