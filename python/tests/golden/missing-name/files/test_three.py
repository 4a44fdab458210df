import solution

subject = solution.add


def test_nothing():
    pass
