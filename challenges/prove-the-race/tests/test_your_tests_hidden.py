"""Mistakes that need another look, and tests that can be trusted."""

import hall_counts_twice
import hall_looks_too_early
import hall_makes_a_set_too_early
import hall_sells_without_lock
import hall_shows_its_own_plan
import hall_stays_locked
import hall_swaps_in_two_steps
from judge_your_tests import failing_tests, first_failing


def test_your_tests_notice_a_look_before_the_lock():
    assert first_failing(hall_looks_too_early), "a seat is chosen before the lock is taken, and somebody else may have chosen it, too"


def test_your_tests_notice_a_seat_that_vanishes():
    assert first_failing(hall_makes_a_set_too_early), (
        "two people give back different seats at the same time, and afterwards one of the seats is nowhere"
    )


def test_your_tests_notice_a_count_of_two_moments():
    assert first_failing(hall_counts_twice), "free and sold are counted at different moments: does anybody add them up?"


def test_your_tests_notice_half_a_swap():
    assert first_failing(hall_swaps_in_two_steps), "between two steps of a swap somebody has two seats, and somebody none"


def test_your_tests_notice_a_hall_that_stays_locked():
    assert first_failing(hall_stays_locked), "somebody was refused, and nothing works any more"


def test_your_tests_notice_a_plan_that_goes_on_changing():
    assert first_failing(hall_shows_its_own_plan), "who was handed a plan sees it change afterwards"


def test_your_tests_say_the_same_each_time():
    assert failing_tests(hall_sells_without_lock) == failing_tests(hall_sells_without_lock), (
        "the same code, and another verdict: a schedule repeats everything, threads without one do not"
    )
