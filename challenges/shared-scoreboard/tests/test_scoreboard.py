"""Parts, marks, and a rival who writes whenever the key is free."""
import os
from functools import partial
from multiprocessing import Array, Barrier, Value

import pytest
from stadium import WatchedKey, meet_then

from solution import mark_each, mark_once, note_latest, split, tally


def test_parts_hold_everything_once_and_in_order():
    goals = list(range(23))
    parts = split(goals, 5)
    assert [team for part in parts for team in part] == goals


def test_parts_differ_by_one_at_most():
    assert sorted(len(part) for part in split(list(range(23)), 5)) == [4, 4, 5, 5, 5]


def test_nothing_is_lost_when_a_rival_writes_in_between():
    writes = []

    def rival():
        writes.append(1)
        board.get_obj()[0] += 1

    board = Array("i", 3, lock=WatchedKey(rival))
    mark_each(board, [0, 0, 2, 0])
    assert board.get_obj()[0] == 3 + len(writes), (
        "each time the key was free, a rival marked a goal for team 0, and some of it is gone"
    )
    assert board.get_obj()[2] == 1


def test_the_key_is_taken_for_each_goal():
    key = WatchedKey()
    mark_each(Array("i", 3, lock=key), [0, 1, 2, 1])
    assert key.taken == 4, "with the key for one goal and no longer, the others get their turn"


def test_counting_alone_takes_the_key_once():
    key = WatchedKey()
    board = Array("i", 4, lock=key)
    mark_once(board, [3, 1, 3, 3, 0])
    assert key.taken == 1
    assert board[:] == [1, 1, 0, 3]


def test_the_latest_minute_is_never_set_back():
    def rival():
        key.rival = None
        latest.get_obj().value = 88

    key = WatchedKey(rival)
    latest = Value("i", 12, lock=key)
    note_latest(latest, 45)
    assert latest.value == 88, "a rival noted minute 88 when the key was free; it is gone"


def test_two_processes_lose_no_goal():
    # Where only one child can run at a time, it has nobody to meet.
    barrier = Barrier(min(2, os.process_cpu_count()))
    mark = partial(meet_then, mark_each, barrier)
    assert tally([0, 1] * 250, 2, 2, mark) == [250, 250], (
        "250 goals each were shot; one is lost when both processes read the old number and then write"
    )


@pytest.mark.parametrize("minute", [12, 7])
def test_an_earlier_minute_changes_nothing(minute):
    latest = Value("i", 12)
    note_latest(latest, minute)
    assert latest.value == 12
