# TODO(author): a whole wrong solution with one mistake. Its reason stands in challenge.toml.


def common(left, right):
    return sorted(set(left) & set(right), key=str)
