from solution import Equal, Huge, Odd, Wordless


def test_repr_fails():
    assert Equal() == 1


def test_str_fails():
    raise Wordless


def test_huge_repr():
    assert Huge() == 1


def test_truth_fails():
    assert Odd()
