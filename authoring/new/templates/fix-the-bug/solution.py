# TODO(author): the repaired code; change no more than the bug needs.


def mean(readings):
    """Return the mean of the readings, or None without any."""
    if not readings:
        return None
    return sum(readings) / len(readings)
