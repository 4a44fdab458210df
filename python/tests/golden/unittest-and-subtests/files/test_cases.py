import unittest

from solution import add


class TestAdd(unittest.TestCase):
    def test_add(self):
        self.assertEqual(add(1, 1), 2)

    def test_wrong(self):
        self.assertEqual(add(1, 1), 3, "one and one")


def test_many(subtests):
    for n in (1, 2, 3):
        with subtests.test(n=n):
            assert add(n, n) != 4
