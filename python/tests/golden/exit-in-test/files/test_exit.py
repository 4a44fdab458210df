from solution import leave, leave_pytest


def test_exit():
    leave(2)


def test_exit_pytest():
    leave_pytest()


def test_after():
    assert True
