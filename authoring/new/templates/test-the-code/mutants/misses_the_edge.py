# TODO(author): tests that notice too little, in one way. The reason stands in challenge.toml.
from basket import total


def test_prices_are_added():
    assert total([3, 4]) == 7


def test_above_ten_there_is_a_discount():
    assert total([8, 4]) == 11
