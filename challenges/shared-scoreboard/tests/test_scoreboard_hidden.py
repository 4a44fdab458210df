"""Uneven parts, strange teams, children that fail."""
import multiprocessing
from multiprocessing import Array, Value

import pytest
from stadium import WatchedKey, lose_the_chalk

from solution import mark_each, mark_once, note_latest, split, tally


@pytest.fixture
def no_process(monkeypatch):
    def refuse(self):
        pytest.fail("a process was started")

    monkeypatch.setattr(multiprocessing.Process, "start", refuse)


def test_no_part_is_empty():
    assert split([4, 5], 6) == [[4], [5]]
    assert split([], 3) == []
    assert split([1, 2, 3], 1) == [[1, 2, 3]]


def test_handing_in_adds_to_what_is_there():
    board = Array("i", [10, 20, 30])
    mark_once(board, [1, 1, 0])
    assert board[:] == [11, 22, 30], "the others have handed in theirs before"


def test_a_rival_loses_nothing_to_those_who_count_alone():
    def rival():
        board.get_obj()[0] += 7

    board = Array("i", 2, lock=WatchedKey(rival))
    mark_once(board, [0, 1, 0])
    assert list(board.get_obj()) == [9, 1]


def test_a_later_minute_is_noted():
    latest = Value("i", 12)
    note_latest(latest, 13)
    assert latest.value == 13


def test_both_ways_of_marking_agree():
    goals = [0, 3, 3, 1, 2, 3, 0]
    assert tally(goals, 5, 2, mark_once) == [2, 1, 1, 3, 0]
    board = Array("i", 5)
    mark_each(board, goals)
    assert board[:] == [2, 1, 1, 3, 0]


def test_the_result_is_an_ordinary_list(no_process):
    assert tally([], 3, 2, mark_each) == [0, 0, 0], "no goals, no children, and a board of zeros"
    assert type(tally([], 3, 2, mark_each)) is list


@pytest.mark.parametrize("team", [4, -1])
def test_a_team_that_does_not_play_is_refused(no_process, team):
    with pytest.raises(ValueError, match=str(team)):
        tally([0, 1, team, 2], 4, 2, mark_each)


def test_a_child_that_failed_is_an_error():
    with pytest.raises(RuntimeError):
        tally([0, 0], 1, 1, lose_the_chalk)
