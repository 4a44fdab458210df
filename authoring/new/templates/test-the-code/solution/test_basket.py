# TODO(author): the reference tests: each says one thing.
from basket import total


def test_prices_are_added():
    assert total([3, 4]) == 7


def test_above_ten_there_is_a_discount():
    assert total([8, 4]) == 11


def test_the_discount_begins_at_ten():
    assert total([10]) == 9
