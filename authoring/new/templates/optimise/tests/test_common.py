# TODO(author): the tests of Run. What is right stays right, and operations are counted.
from solution import common


class Name:
    """A name that counts how often it is compared."""

    compared = 0

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        Name.compared += 1
        return self.text == other.text


def test_names_on_both_lists_come_in_the_order_of_the_first():
    assert common(["d", "a", "b"], ["b", "c", "d"]) == ["d", "b"]


def test_few_comparisons_are_enough():
    Name.compared = 0
    left = [Name(f"guest {number}") for number in range(200)]
    right = [Name(f"guest {number}") for number in range(100, 300)]
    assert len(common(left, right)) == 100
    assert Name.compared <= 800, f"{Name.compared} comparisons for 200 names"
