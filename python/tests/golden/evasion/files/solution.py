import unittest

import pytest


def leave():
    pytest.skip("not today")


def excuse():
    pytest.xfail("known")


def leave_by_another_door():
    raise unittest.SkipTest("not here")


def broken():
    raise ValueError("as expected")
