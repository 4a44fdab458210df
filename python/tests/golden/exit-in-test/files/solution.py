import sys

import pytest


def leave(code):
    sys.exit(code)


def leave_pytest():
    pytest.exit("enough")
