from solution import poem, sentence, total


def test_number():
    assert total([1, 3]) == 4, "add up all prices"


def test_yoda():
    assert 4 == total([1, 3])


def test_lines():
    assert poem() == "Roses are red\nViolets are green\nSugar is sweet"


def test_long_line():
    expected = "the quick brown fox jumps over the lazy dog"
    assert sentence() == expected


def test_greater():
    assert total([]) >= 10, "at least ten"


def test_membership():
    assert "violet" in poem()


def test_plain_truth():
    assert not total([])


def test_both_hold():
    assert total([]) == 3 and poem() == "x"
