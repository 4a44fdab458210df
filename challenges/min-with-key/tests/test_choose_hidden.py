"""Ties, empty collections, generators, and the caller's own data."""
import pytest

from solution import Cafe, cheapest, closest_sum, longest_word, nearest


def item(name, price, rating):
    return {"name": name, "price": price, "rating": rating}


def test_nothing_to_choose_from_gives_none():
    try:
        answers = [
            nearest([], (0, 0)),
            longest_word("   "),
            cheapest([item("cake", 5, 3)], 4),
            closest_sum([], 10),
        ]
    except ValueError as error:
        pytest.fail(
            "with nothing to choose from, min and max raise ValueError "
            f"({error}) unless you pass default="
        )
    assert answers == [None, None, None, None], (
        "no café, no word, nothing within the budget, no pair: always None"
    )


def test_of_equally_near_cafes_the_first_wins():
    ring = [Cafe("East", 5, 0), Cafe("North", 3, 4), Cafe("West", -5, 0)]
    assert nearest(ring, (0, 0)) == ring[0], (
        "all three are 5 away: keep the one that came first"
    )
    assert nearest(ring[::-1], (0, 0)) == ring[2]


def test_the_list_of_cafes_is_left_as_it_was():
    cafes = [Cafe("Far", 9, 9), Cafe("Near", 1, 1), Cafe("Middle", 5, 5)]
    before = list(cafes)
    nearest(cafes, (0, 0))
    assert cafes == before, (
        "the list belongs to the caller: look at it, but do not sort it"
    )


def test_capital_letters_do_not_matter():
    assert longest_word("Zest aged Brew") == "aged", (
        "four letters each: 'aged' comes first in the alphabet, although "
        "Python puts every capital letter before every small one"
    )


def test_words_that_differ_only_in_capitals_keep_their_order():
    assert longest_word("Mocha MOCHA mocha") == "Mocha", (
        "these three are equal apart from capitals: keep the first"
    )


def test_items_themselves_are_never_compared():
    first, second = item("cookie", 3, 4), item("biscuit", 3, 4)
    try:
        answer = cheapest([first, second], 10)
    except TypeError as error:
        pytest.fail(
            "price and rating are equal, so Python went on to compare the "
            f"dictionaries themselves ({error}): let key= say what counts"
        )
    assert answer is first, "equally cheap, equally good: keep the first"


def test_a_price_equal_to_the_budget_is_within_it():
    assert cheapest([item("soup", 6, 4)], 6) == item("soup", 6, 4), (
        "an item may cost as much as the budget, but not more"
    )


def test_pairs_may_come_from_a_generator():
    pairs = ((n, n + 1) for n in range(10))
    assert closest_sum(pairs, 8) == (3, 4), (
        "a generator can be read only once: find the pair in one pass"
    )


def test_of_equally_close_sums_the_first_wins():
    assert closest_sum([(5, 6), (4, 5)], 10) == (5, 6), (
        "11 and 9 are both one away from 10: keep the first"
    )
