import pytest

from solution import add


@pytest.fixture
def broken():
    raise LookupError("no database")


@pytest.fixture
def untidy():
    yield 1
    raise OSError("cannot close")


def test_setup(broken):
    assert add(1, 1) == 2


def test_teardown(untidy):
    assert add(untidy, 1) == 2


def test_fails_and_teardown(untidy):
    assert add(untidy, 1) == 3


def test_unknown(nowhere):
    pass
