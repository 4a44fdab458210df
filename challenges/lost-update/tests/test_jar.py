"""Two tills and one jar: first the loss, then the cure."""

from crowd import together
from interleave import explore, seeds
from lid import Lid
from old_jar import OldJar

from solution import Jar, find_bad_seed


def two_deposits(kind):
    """Two tills put ten coins in, one by one; how many are there in the end?"""
    jar = kind(Lid())

    def ten_coins():
        for _ in range(10):
            jar.deposit(1)

    together(ten_coins, ten_coins)
    return jar.coins()


def test_you_find_a_seed_under_which_the_old_jar_loses_coins():
    bad = find_bad_seed(lambda: two_deposits(OldJar), lambda coins: coins == 20, seeds())
    assert bad is not None, (
        f"of the {len(seeds())} seeds some lose coins: does your program run inside `with schedule(seed):`?"
    )
    assert bad in seeds()


def test_the_seed_you_found_loses_the_same_coins_again():
    def ok(coins):
        totals.append(coins)
        return coins == 20

    totals = []
    bad = find_bad_seed(lambda: two_deposits(OldJar), ok, seeds())
    for _ in range(3):
        assert find_bad_seed(lambda: two_deposits(OldJar), ok, [bad]) == bad
    assert totals[-1] < 20
    assert totals[-4:] == [totals[-1]] * 4, "the same seed, the same turns, the same loss"


def test_no_deposit_is_lost():
    bad = explore(lambda: two_deposits(Jar), lambda coins: coins == 20, seeds())
    assert bad is None, f"under seed {bad} some of the 20 coins are missing: replay it and look at the turns"


def test_nobody_takes_coins_that_are_not_there():
    def four_take_three_of_ten():
        jar, served = Jar(Lid(10)), []

        def take_three():
            if jar.withdraw(3):
                served.append(True)

        together(*[take_three] * 4)
        return jar.coins(), len(served)

    bad = explore(four_take_three_of_ten, lambda outcome: outcome == (1, 3), seeds())
    assert bad is None, (
        f"ten coins serve three tills and leave one; not so under seed {bad}. "
        "What can happen between looking and taking?"
    )


def test_a_refused_withdrawal_changes_nothing():
    lines = []
    jar = Jar(Lid(5), receipt=lines.append)
    assert jar.withdraw(6) is False
    assert jar.coins() == 5
    assert lines == [], "nothing happened, so there is no receipt"
    assert jar.withdraw(5) is True
    assert jar.coins() == 0
    assert lines == ["-5"]
