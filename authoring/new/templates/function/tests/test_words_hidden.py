# TODO(author): the tests that Submit adds: edges, misuse, cleaning up. Unlisted, not secret; no traps.
from solution import count_words


def test_a_text_without_words_has_none():
    assert count_words(" \n") == {}
