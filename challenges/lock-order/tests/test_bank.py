"""Two clerks, two accounts, two directions."""

from accounts import Account
from crowd import together
from interleave import Deadlocked, explore, seeds
from old_bank import old_transfer

from solution import cycle, holding, transfer


def both_ways(move):
    """Two clerks move coins between two accounts, in opposite directions. What is left?"""
    ada, bo = Account(1, "Ada", 10), Account(2, "Bo", 10)

    def several(giver, taker):
        for _ in range(3):
            move(giver, taker, 2)

    together(lambda: several(ada, bo), lambda: several(bo, ada))
    return ada.coins, bo.coins


def is_right(coins):
    return coins == (10, 10)


def test_the_old_way_gets_stuck_and_the_report_has_a_ring():
    reports = []

    def old_way():
        try:
            return both_ways(old_transfer)
        except Deadlocked as report:
            reports.append(str(report))
            raise

    assert explore(old_way, is_right, seeds()) is not None
    said = reports[-1]
    waits = []
    for line in said.splitlines():
        if ", held by " in line:
            # "  clerk 1 waits for taker._lock, held by clerk 2 at old_bank.py:8 in old_transfer"
            waiting, rest = line.strip().split(" waits for ")
            waits.append((waiting, rest.split(", held by ")[1].split(" at ")[0]))
    assert sorted(cycle(waits) or []) == ["clerk 1", "clerk 2"], f"the report says who waits for whom:\n{said}"


def test_a_ring_of_two():
    assert cycle([("Ada", "Bo"), ("Bo", "Ada")]) == ["Ada", "Bo"]


def test_waiting_in_a_row_is_no_ring():
    assert cycle([("Ada", "Bo"), ("Bo", "Cem"), ("Dora", "Bo")]) is None
    assert cycle([]) is None


def test_your_transfer_never_gets_stuck():
    bad = explore(lambda: both_ways(transfer), is_right, seeds())
    assert bad is None, (
        f"under seed {bad} both clerks wait for each other, or coins are missing: "
        "which lock does each of them take first?"
    )


def test_a_refused_transfer_changes_nothing():
    ada, bo = Account(1, "Ada", 5), Account(2, "Bo", 0)
    assert transfer(ada, bo, 6) is False
    assert (ada.coins, bo.coins) == (5, 0)
    assert transfer(ada, bo, 5) is True
    assert (ada.coins, bo.coins) == (0, 5)


def test_holding_means_that_nobody_else_has_them():
    accounts = [Account(number, name) for number, name in enumerate(("Ada", "Bo", "Cem"))]
    with holding(*accounts):
        assert [account.lock.locked() for account in accounts] == [True] * 3
    assert [account.lock.locked() for account in accounts] == [False] * 3
