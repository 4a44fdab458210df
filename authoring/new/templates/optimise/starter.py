# TODO(author): code that is right and too slow. It imports; the tests that count are red.


def common(left, right):
    """Return the names on both lists, in the order of `left`, each once."""
    found = []
    for name in left:
        if name in right and name not in found:
            found.append(name)
    return found
