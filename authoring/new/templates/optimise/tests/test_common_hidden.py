# TODO(author): the tests that Submit adds: edges, misuse, cleaning up. Unlisted, not secret; no traps.
from solution import common


def test_a_name_that_is_there_twice_comes_once():
    assert common(["a", "a"], ["a", "a"]) == ["a"]
