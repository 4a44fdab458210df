"""What each of the four functions is for."""
from solution import Cafe, cheapest, closest_sum, longest_word, nearest


def item(name, price, rating):
    return {"name": name, "price": price, "rating": rating}


def test_nearest_returns_the_cafe_itself():
    harbour, market = Cafe("Harbour", 8, 6), Cafe("Market", 3, 4)
    assert nearest([harbour, market], (0, 0)) == market, (
        "the distances are 10 and 5: return the Cafe, not its distance"
    )


def test_nearest_measures_the_straight_line():
    corner, avenue = Cafe("Corner", 3, 3), Cafe("Avenue", 0, 5)
    assert nearest([avenue, corner], (0, 0)) == corner, (
        "the straight line to Corner is about 4.24, the one to Avenue is 5"
    )


def test_the_longest_word_wins():
    assert longest_word("a small cappuccino please") == "cappuccino"


def test_equally_long_words_go_by_the_alphabet():
    assert longest_word("mocha latte decaf") == "decaf", (
        "all three have five letters, and 'decaf' is first in the alphabet"
    )


def test_the_cheapest_item_within_the_budget():
    menu = [item("cake", 5, 3), item("water", 2, 1), item("lunch", 12, 5)]
    assert cheapest(menu, 10) == item("water", 2, 1)


def test_at_the_same_price_the_better_rating_wins():
    menu = [item("muffin", 3, 2), item("brownie", 3, 5), item("tart", 4, 5)]
    assert cheapest(menu, 10) == item("brownie", 3, 5), (
        "muffin and brownie cost the same, and the brownie is rated higher"
    )


def test_a_sum_may_lie_below_or_above_the_target():
    assert closest_sum([(1, 1), (6, 5), (9, 9)], 10) == (6, 5), (
        "the sums are 2, 11 and 18; 11 is one away from 10"
    )
    assert closest_sum([(9, 9), (4, 5), (6, 7)], 10) == (4, 5), (
        "the sums are 18, 9 and 13; 9 is one away from 10"
    )
