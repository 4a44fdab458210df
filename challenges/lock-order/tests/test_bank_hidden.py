"""Rings of three, namesakes, errors half-way, and clerks who must not poll."""

import threading
import time

import pytest
from accounts import Account
from crowd import together
from interleave import explore, schedule, seeds

from solution import cycle, holding, transfer


class NotedLock:
    """Notes when it is taken and given back; breaks when it is told to."""

    def __init__(self, name, notes, breaks=False):
        self.name, self.notes, self.breaks = name, notes, breaks

    def acquire(self, blocking=True, timeout=-1):
        if self.breaks:
            raise OSError("the lock is broken")
        self.notes.append(f"+{self.name}")
        return True

    def release(self):
        self.notes.append(f"-{self.name}")

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


class CountedLock:
    """A lock that counts how often somebody asked for it."""

    def __init__(self):
        self._lock = threading.Lock()
        self.asked = 0

    def acquire(self, blocking=True, timeout=-1):
        self.asked += 1
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


def noted(notes, *numbers, broken=()):
    return [
        Account(number, f"owner of {number}", lock=NotedLock(number, notes, number in broken))
        for number in numbers
    ]


def taken(notes):
    return [note[1:] for note in notes if note.startswith("+")]


def test_two_who_name_them_differently_take_them_in_the_same_order():
    notes = []
    accounts = noted(notes, 3, 1, 20)
    orders = []
    for named in (accounts, accounts[::-1], accounts[1:] + accounts[:1]):
        notes.clear()
        with holding(*named):
            orders.append(taken(notes))
        assert notes[3:] == [f"-{number}" for number in reversed(orders[-1])], "given back the other way round"
    assert orders[0] == orders[1] == orders[2], f"the same accounts, and taken in different orders: {orders}"


def test_an_error_inside_gives_every_lock_back():
    notes = []
    with pytest.raises(ZeroDivisionError):
        with holding(*noted(notes, 2, 1)):
            raise ZeroDivisionError
    assert notes[2:] == [f"-{number}" for number in reversed(taken(notes))]


@pytest.mark.parametrize("broken", [1, 2, 3])
def test_a_lock_that_breaks_half_way_leaves_none_behind(broken):
    notes = []
    with pytest.raises(OSError, match="broken"):
        with holding(*noted(notes, 1, 2, 3, broken={broken})):
            notes.append("inside")
    left = set(taken(notes)) - {note[1:] for note in notes if note.startswith("-")}
    assert "inside" not in notes
    assert left == set(), "these locks had been taken before one broke, and nobody gave them back"


def test_an_account_named_twice_is_held_once():
    ada = Account(1, "Ada", 3)
    with schedule(0), holding(ada, ada):
        assert ada.lock.locked()
    assert not ada.lock.locked()


def test_a_transfer_to_the_same_account_changes_nothing():
    ada = Account(1, "Ada", 3)
    with schedule(0):
        assert transfer(ada, ada, 2) is True
        assert transfer(ada, ada, 4) is False
    assert ada.coins == 3
    assert not ada.lock.locked()


def test_namesakes_do_not_get_stuck():
    def two_called_ada():
        left, right = Account(7, "Ada", 10), Account(8, "Ada", 10)
        together(*[lambda: transfer(left, right, 1), lambda: transfer(right, left, 1)] * 2)
        return left.coins, right.coins

    bad = explore(two_called_ada, lambda coins: coins == (10, 10), seeds())
    assert bad is None, f"under seed {bad}: two accounts of the same owner are two accounts"


def test_three_in_a_round_do_not_get_stuck():
    def round_table():
        accounts = [Account(number, name, 5) for number, name in enumerate(("Ada", "Bo", "Cem"))]

        def pass_on(at):
            for _ in range(4):
                transfer(accounts[at], accounts[at - 2], 1)

        together(*[lambda at=at: pass_on(at) for at in range(3)])
        return [account.coins for account in accounts]

    bad = explore(round_table, lambda coins: coins == [5, 5, 5], seeds())
    assert bad is None, f"under seed {bad} each holds one lock and waits for the next"


def test_whoever_holds_both_never_sees_coins_on_their_way():
    def transfer_and_count():
        ada, bo = Account(1, "Ada", 10), Account(2, "Bo", 10)
        sums = []

        def count():
            for _ in range(3):
                with holding(bo, ada):
                    sums.append(ada.coins + bo.coins)

        together(lambda: transfer(ada, bo, 4), count, lambda: transfer(bo, ada, 3))
        return set(sums)

    bad = explore(transfer_and_count, lambda sums: sums == {20}, seeds())
    assert bad is None, f"under seed {bad} the coins of a transfer were in neither account for a moment"


def test_nobody_moves_coins_that_are_not_there():
    def three_want_three_of_seven():
        ada, bo = Account(1, "Ada", 7), Account(2, "Bo")
        moved = []
        together(*[lambda: moved.append(transfer(ada, bo, 3))] * 3)
        return ada.coins, bo.coins, sorted(moved)

    bad = explore(three_want_three_of_seven, lambda outcome: outcome == (1, 6, [False, True, True]), seeds())
    assert bad is None, f"under seed {bad} the answer to 'is there enough?' was out of date when it was used"


@pytest.mark.parametrize("seed", seeds()[:5])
def test_clerks_at_other_accounts_are_not_held_up(seed):
    ada, bo, cem, dora = [Account(number, name, 5) for number, name in enumerate("ABCD")]

    def slow(*accounts):
        with holding(*accounts):
            time.sleep(10)

    with schedule(seed) as run:
        together(lambda: slow(ada, bo), lambda: slow(cem, dora))
    assert run.clock() == 10, "two pairs that have nothing in common are held at the same time"


@pytest.mark.parametrize("seed", seeds()[:5])
def test_nobody_polls(seed):
    locks = [CountedLock(), CountedLock()]
    ada, bo = Account(1, "Ada", 10, locks[0]), Account(2, "Bo", 10, locks[1])
    done = []

    def slow():
        with ada.lock, bo.lock:
            time.sleep(100)

    def move():
        time.sleep(1)
        transfer(ada, bo, 5)
        done.append(run.clock())

    with schedule(seed) as run:
        together(slow, move)
    assert done == [100], "a lock that gets free wakes who waits for it, exactly then"
    assert [lock.asked for lock in locks] == [2, 2], (
        "each of the two asked for each lock once and then slept; here somebody asked again and again"
    )


def test_a_ring_behind_a_queue_of_others():
    waits = [("Eva", "Ada"), ("Ada", "Bo"), ("Bo", "Cem"), ("Cem", "Ada"), ("Dora", "Cem")]
    assert cycle(waits) == ["Ada", "Bo", "Cem"], "Eva waits for the ring, and is not in it"


def test_who_waits_for_himself_is_a_ring():
    assert cycle([("Bo", "Ada"), ("Ada", "Ada")]) == ["Ada"]


def test_of_two_rings_the_one_named_first_is_told():
    waits = [("Zoe", "Yan"), ("Ada", "Bo"), ("Yan", "Zoe"), ("Bo", "Ada")]
    assert cycle(iter(waits)) == ["Zoe", "Yan"]
