from solution import squares


def test_flat():
    assert squares(4) == [0, 1, 4, 9, 16]


def test_tuple():
    assert tuple(squares(2)) == (0, 2)


def test_nested():
    assert [squares(1), squares(2)] == [[0], [0, 2]]


def test_dict():
    assert {"squares": squares(3), "name": "three"} == {"squares": [0, 1, 5], "name": "three"}


def test_long():
    assert squares(300) == [i * i if i != 150 else 7 for i in range(300)]
