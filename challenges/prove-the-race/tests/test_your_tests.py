"""Your tests against halls that are right, and halls that are not."""

import hall
import hall_gives_back_without_lock
import hall_in_another_way
import hall_sells_without_lock
import hall_with_new_locks
from judge_your_tests import complaints, count_tests, first_failing


def test_your_tests_pass_for_the_hall_as_it_is():
    findings = complaints(hall)
    assert not findings, "this hall is right, under every seed, and your tests say: " + "; ".join(findings)


def test_your_tests_pass_for_a_hall_that_is_right_and_looks_different_inside():
    findings = complaints(hall_in_another_way)
    assert not findings, (
        "this hall does the same with other attributes: look at what it does, and not at how. Your tests say: "
        + "; ".join(findings)
    )


def test_there_are_at_least_five_tests():
    assert count_tests() >= 5, "one thing for each test: then the name of a red one says what is broken"


def test_your_tests_notice_that_sales_are_not_locked():
    assert first_failing(hall_sells_without_lock), (
        "seats are sold twice, and your tests are green: do several counters sell under a schedule, "
        "and do you look at the numbers they got?"
    )


def test_your_tests_notice_that_giving_back_is_not_locked():
    assert first_failing(hall_gives_back_without_lock), (
        "two people give back the same seat, and both are thanked: one of them has to hear that it was not sold"
    )


def test_your_tests_notice_locks_that_nobody_shares():
    assert first_failing(hall_with_new_locks), "each call has a lock of its own, which keeps nobody out"
