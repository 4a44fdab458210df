import pytest

from solution import old, work


def test_warns():
    old()


def test_expects_warning():
    with pytest.warns(UserWarning):
        old()


def test_forgets_await():
    work()
