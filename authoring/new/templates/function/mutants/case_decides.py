# TODO(author): a whole wrong solution with one mistake. Its reason stands in challenge.toml.
from collections import Counter


def count_words(text):
    return dict(Counter(text.split()))
