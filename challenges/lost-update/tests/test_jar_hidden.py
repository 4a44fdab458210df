"""Seeds, transfers, a lid that jams, and who has to wait for whom."""

import time

import pytest
from crowd import together
from interleave import explore, schedule, seeds
from lid import Lid

from solution import Jar, find_bad_seed


class SlowLid(Lid):
    """Takes a second to show another number."""

    def write(self, coins):
        time.sleep(1)
        super().write(coins)


class JammingLid(Lid):
    """Jams the first time it is to show another number."""

    jams = 1

    def write(self, coins):
        if self.jams:
            self.jams -= 1
            raise OSError("the lid is jammed")
        super().write(coins)


def test_safe_code_has_no_bad_seed():
    assert find_bad_seed(lambda: 20, lambda coins: coins == 20, range(10)) is None


def test_the_first_bad_seed_is_the_answer_and_the_search_ends_there():
    runs = []
    rest = iter([3, 1, 4, 1, 5])
    bad = find_bad_seed(lambda: runs.append(1) or len(runs), lambda number: number < 3, rest)
    assert bad == 4, "the third run is the first with a wrong result, and its seed is 4"
    assert len(runs) == 3, "each seed is one run, and after the first bad one there is none"
    assert next(rest) == 1, "seeds may come from a generator: take them one by one"


def test_each_run_has_the_clock_of_its_own_schedule():
    assert find_bad_seed(time.monotonic, lambda now: now == 0, [1, 2]) is None, (
        "inside `with schedule(seed):` the clock starts at 0; this ran outside of it"
    )


def test_a_jammed_lid_does_not_lock_the_jar_for_ever():
    jar = Jar(JammingLid(1))
    with pytest.raises(OSError, match="jammed"):
        jar.deposit(1)
    with schedule(0):
        together(lambda: jar.deposit(1))
    assert jar.coins() == 2


def test_a_lid_that_jams_at_a_withdrawal_does_not_lock_the_jar_either():
    jar = Jar(JammingLid(5))
    with pytest.raises(OSError, match="jammed"):
        jar.withdraw(1)
    with schedule(0):
        together(lambda: jar.withdraw(2))
    assert jar.coins() == 3


def test_coins_that_move_between_jars_are_neither_lost_nor_stuck():
    def to_and_fro():
        left, right = Jar(Lid(10)), Jar(Lid(10))

        def move(giver, taker):
            for _ in range(5):
                giver.transfer(taker, 2)

        together(lambda: move(left, right), lambda: move(right, left))
        return left.coins() + right.coins()

    bad = explore(to_and_fro, lambda coins: coins == 20, seeds())
    assert bad is None, (
        f"under seed {bad} coins are missing, or both tills wait for each other: "
        "does a transfer hold one jar while it asks for the other?"
    )


def test_a_transfer_that_is_refused_changes_neither_jar():
    poor, rich = Jar(Lid(1)), Jar(Lid(9))
    assert poor.transfer(rich, 2) is False
    assert (poor.coins(), rich.coins()) == (1, 9)
    assert rich.transfer(poor, 9) is True
    assert (poor.coins(), rich.coins()) == (10, 0)


@pytest.mark.parametrize("seed", seeds()[:5])
def test_two_jars_do_not_wait_for_each_other(seed):
    jars = [Jar(SlowLid()), Jar(SlowLid())]
    with schedule(seed) as run:
        together(*[lambda jar=jar: jar.deposit(1) for jar in jars])
    assert run.clock() == 1, "two slow lids at the same time take one second; these took turns"


@pytest.mark.parametrize("seed", seeds()[:5])
def test_a_slow_receipt_holds_up_nobody(seed):
    jar = Jar(Lid(10), receipt=lambda line: time.sleep(60))
    with schedule(seed) as run:
        together(lambda: jar.deposit(1), lambda: jar.withdraw(1))
    assert run.clock() == 60, "both receipts are printed at the same time: is the jar locked meanwhile?"


def test_a_receipt_may_look_into_the_jar_and_even_change_it():
    lines = []

    def receipt(line):
        lines.append((line, jar.coins()))
        if line == "+10":
            jar.deposit(1)

    jar = Jar(Lid(), receipt=receipt)
    with schedule(0):
        together(lambda: jar.deposit(10))
    assert lines == [("+10", 10), ("+1", 11)]
