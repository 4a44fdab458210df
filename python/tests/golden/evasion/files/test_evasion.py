import pytest

from solution import broken, excuse, leave, leave_by_another_door


def test_skips():
    leave()


def test_xfails():
    excuse()


def test_skips_as_unittest():
    leave_by_another_door()


@pytest.mark.xfail(reason="known")
def test_expected_failure_of_the_test():
    broken()


def test_skipped_by_the_test():
    pytest.skip("a matter of the test")
