# TODO(author): the reference: as fast as asked, and still easy to read.


def common(left, right):
    """Return the names on both lists, in the order of `left`, each once."""
    wanted = set(right)
    return [name for name in dict.fromkeys(left) if name in wanted]
