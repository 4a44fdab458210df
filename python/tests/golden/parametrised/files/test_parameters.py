import pytest

from solution import add


class Money:
    def __repr__(self):
        return "Money(5)"


@pytest.mark.parametrize("a, b, result", [(1, 2, 3), (2, 2, 5), (-1.5, 1, -0.5)])
def test_numbers(a, b, result):
    assert add(a, b) == result


@pytest.mark.parametrize("text", ["", "h\u00e9llo", "two words"])
def test_text(text):
    assert add(text, "") == text


@pytest.mark.parametrize("value", [Money(), [1, 2], None, pytest.param(3, id="three of them")])
def test_objects(value):
    assert value is not add


@pytest.mark.parametrize("words, count", [(["a", "b"], 2), ("two words", 1)])
def test_pairs(words, count):
    assert words and count


@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [2])
def test_stacked(x, y):
    assert add(x, y) == x + y
