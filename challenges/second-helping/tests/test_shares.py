"""A list, a generator, a map: the same numbers have the same shares."""
from solution import shares


def test_a_list_has_shares():
    assert shares([2, 3, 5]) == [20, 30, 50]


def test_a_generator_has_the_same_shares():
    assert shares(n for n in (2, 3, 5)) == [20, 30, 50], (
        "sum() has looped over the generator: what is left for the second loop?"
    )


def test_what_map_returns_has_the_same_shares():
    assert shares(map(len, ["ab", "abc", "abcde"])) == [20, 30, 50], (
        "a generator is not the only thing that can be read just once"
    )
