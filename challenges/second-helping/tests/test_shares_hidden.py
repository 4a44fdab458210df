"""Nothing is touched, nothing is made up."""
from solution import shares


def test_the_callers_list_stays_as_it_was():
    amounts = [5, 2, 3]
    shares(amounts)
    assert amounts == [5, 2, 3]


def test_shares_come_in_the_order_of_the_amounts():
    assert shares(iter([5, 2, 2, 1])) == [50, 20, 20, 10]


def test_of_nothing_there_are_no_shares():
    assert shares(n for n in []) == []


def test_a_single_amount_is_everything():
    assert shares(iter([7])) == [100]
