# TODO(author): the code with its bug, as somebody really wrote it. It imports, and tests are red.


def mean(readings):
    """Return the mean of the readings, or None without any."""
    return sum(readings) / (len(readings) - 1)
