"""Nothing but a run."""


def test_measure():
    print("{}")
