import pytest

from solution import check


def test_nothing_raised():
    with pytest.raises(ValueError):
        check(5)


def test_one_of_two():
    with pytest.raises((KeyError, ValueError)):
        check(5)


def test_other_message():
    with pytest.raises(ValueError, match="too old"):
        check(-5)


def test_other_error():
    with pytest.raises(KeyError):
        check(-5)


def test_says_so():
    pytest.fail("never reached")
