# TODO(author): the tests of Run; the learner reads them. 8 to 20 functions together with the hidden ones.
from solution import Tally


def vote(*names):
    tally = Tally()
    for name in names:
        tally.add(name)
    return tally


def test_the_name_with_most_votes_wins():
    assert vote("apple", "cherry", "cherry").winner() == "cherry"


def test_of_equals_the_first_wins():
    assert vote("cherry", "apple").winner() == "cherry", "both have one vote"
