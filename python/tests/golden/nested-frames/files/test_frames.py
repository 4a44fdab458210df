from solution import check, dive, outer, parse


def test_through_library():
    parse('{"a": 1}')


def test_recursion():
    dive(0)


def test_through_given():
    outer()


def test_own_assert():
    check(-1)


def helper(value):
    assert value == 2


def test_helper():
    helper(3)
