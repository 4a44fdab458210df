from solution import add


def test_two_numbers():
    assert add(1, 2) == 3


class TestAddTexts:
    def test_two_texts(self):
        assert add("a", "b") == "ab"
