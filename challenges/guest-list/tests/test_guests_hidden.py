"""A list is a list, whoever is on it."""
from solution import invite


def test_an_empty_list_of_your_own_grows_as_well():
    mine = []
    invite("Eve", mine)
    assert mine == ["Eve"], "an empty list was handed over, and treated as if there were none"


def test_many_parties_do_not_meet():
    parties = [invite(name) for name in "abc" * 30]
    assert [len(party) for party in parties] == [1] * 90
