import pytest

from interleave import seeds


@pytest.mark.parametrize("seed", seeds())
def test_each(seed):
    assert seed in (3, 5, 8)


def test_inside():
    assert seeds() == (5,)
