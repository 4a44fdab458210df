# TODO(author): the tests of Run. Some show the bug, the others what worked before and must go on working.
from solution import mean


def test_of_two_readings_it_lies_between():
    assert mean([10.0, 14.0]) == 12.0


def test_one_reading_is_its_own_mean():
    assert mean([7.5]) == 7.5
