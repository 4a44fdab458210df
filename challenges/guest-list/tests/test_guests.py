"""Two parties, two lists."""
from solution import invite


def test_two_parties_have_two_lists():
    monday = invite("Ada")
    friday = invite("Ben")
    assert friday == ["Ben"], (
        "Friday's list is the one from Monday: when does Python evaluate a default?"
    )
    assert monday == ["Ada"]


def test_a_list_of_your_own_grows():
    mine = ["Cleo"]
    invite("Dan", mine)
    assert mine == ["Cleo", "Dan"], "the name went onto another list, not onto the one that was handed over"


def test_the_list_comes_back():
    mine = ["Cleo"]
    assert invite("Dan", mine) is mine, "the same list is wanted, not one that looks like it"
