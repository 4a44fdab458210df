import pytest

from solution import add


def test_first():
    assert add(1, 1) == 2


@pytest.mark.parametrize("n", [1, 2])
def test_second(n):
    assert add(n, n) == 2 * n
