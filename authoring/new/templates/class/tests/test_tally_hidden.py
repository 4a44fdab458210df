# TODO(author): the tests that Submit adds: edges, misuse, cleaning up. Unlisted, not secret; no traps.
from solution import Tally


def test_without_votes_nobody_wins():
    assert Tally().winner() is None


def test_two_tallies_do_not_share_votes():
    Tally().add("apple")
    assert Tally().winner() is None
