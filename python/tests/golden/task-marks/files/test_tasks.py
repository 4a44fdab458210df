import unittest

import pytest
from solution import area


class AreaTest(unittest.TestCase):
    @pytest.mark.task(taskno=1)
    def test_square(self):
        for size, expected in ((1, 1), (2, 4)):
            with self.subTest(f"size {size}", size=size):
                self.assertEqual(area(size, size), expected)

    @pytest.mark.task(taskno=2)
    def test_oblong(self):
        with self.assertRaises(TypeError) as err:
            area(None, 2)
        self.assertIn("unsupported", err.exception.args[0])
