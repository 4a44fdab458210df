from solution import LIMIT


def test_limit():
    assert LIMIT == 4
