# TODO(author): the reference. As good as you can write it, with nothing the learner has not met.
from collections import Counter


def count_words(text):
    """Return how often each word of `text` occurs, in lower case."""
    return dict(Counter(text.lower().split()))
