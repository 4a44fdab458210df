import os
import sys

import pytest

from solution import flood, speak


def test_speaks():
    speak()


def test_flood():
    flood()


def test_one_big_write():
    sys.stdout.write("x" * 5_000_000)


def test_quiet():
    pass


def test_capsys(capsys):
    speak()
    out, err = capsys.readouterr()
    assert out == "text\nbytes\ngr\u00fc\u00df\n" or out.startswith("text\n")
    assert err == "wrong\n"


def test_closes_stdout():
    print("before")
    sys.stdout.close()


def test_after_close():
    print("still heard")


def test_replaces_stdout():
    sys.stdout = None


def test_after_replacing():
    print("heard again")


def test_input():
    with pytest.raises(EOFError):
        input("name? ")
