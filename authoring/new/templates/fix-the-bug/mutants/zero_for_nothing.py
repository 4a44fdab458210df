# TODO(author): a repair that is not one, with one mistake. Its reason stands in challenge.toml.


def mean(readings):
    return sum(readings) / max(1, len(readings))
