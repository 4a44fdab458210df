# TODO(author): what the learner begins with: signatures, docstrings, TODOs. It imports, and tests are red.


def count_words(text):
    """Return how often each word of `text` occurs, in lower case."""
    # TODO 1: count the words
    # TODO 2: capital letters make no difference
    return {}
