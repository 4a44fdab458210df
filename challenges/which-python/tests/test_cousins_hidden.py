"""Failures on the way, habits that are none, and machines from long ago."""
import io

import pytest

from solution import first_line, habits, identify, with_connection
from toy_pypy import Toy


class Broken(io.StringIO):
    def readline(self, *_):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


def test_the_file_is_closed_if_reading_fails():
    file = Broken()
    with pytest.raises(UnicodeDecodeError):
        first_line("prices.csv", lambda path: file)
    assert file.closed, "an error on the way must not leave the file open"


def test_a_file_of_nothing_has_an_empty_first_line():
    toy = Toy(files={"a": "", "b": "no line end", "c": "  two  \nthree"})
    assert [first_line(path, toy.open) for path in "abc"] == ["", "no line end", "  two  "]


def test_a_failed_job_gives_its_connection_back():
    toy = Toy(connections=1)
    with pytest.raises(ZeroDivisionError):
        with_connection(toy, lambda it: 1 // 0)
    assert toy.free == 1, "the job failed, and its connection is gone with it"


def test_an_empty_pool_is_the_callers_problem():
    toy = Toy(connections=0)
    with pytest.raises(RuntimeError, match="empty"):
        with_connection(toy, lambda it: it.query("orders"))
    assert toy.free == 0, "nothing was lent, so nothing can come back"


def test_is_not_counts_and_so_does_either_side():
    source = "a is not 7\n'x' is a\na is 1.5\nb'' is not a\n"
    assert habits(source) == [(line, "identity") for line in (1, 2, 3, 4)]
    assert habits("a is -1\na is -b\na is not -True\n") == [(1, "identity")], (
        "in the tree, -1 is a minus (ast.UnaryOp) with a 1 as its operand"
    )


def test_true_and_false_are_one_object_each():
    assert habits("a is True\nFalse is not a\na is ...\na is b\n") == []


def test_one_comparison_with_two_parts_is_one_habit():
    assert habits("a is 1 is b\n0 < a is b\na == 5\n") == [(1, "identity")], (
        "in `0 < a is b` there is a number, but no `is` stands beside it"
    )


def test_words_in_comments_and_texts_are_no_code():
    source = "# x is 1000\nhelp = 'open(p).read() and sys.getrefcount(x)'\n"
    assert habits(source) == []


def test_habits_come_in_the_order_of_the_lines():
    source = (
        "def late():\n    return open(p).read()\n"
        "early = x is 7\n"
        "def counts():\n    import sys\n    return sys.getrefcount(early)\n"
        "last = archive.open(p).read()\n"
    )
    assert habits(source) == [(2, "closing"), (3, "identity"), (6, "counting")]


def test_machines_from_long_ago():
    assert identify({"platform": "cli", "version": "2.7.12 (IronPython 2.7.12)"}) == "ironpython"
    pypy = {"platform": "linux2", "version": "2.7.18 (63df5ef41012)\n[PyPy 7.3.11 with GCC 10.2.1]"}
    assert identify(pypy) == "pypy"
    cpython = {"platform": "linux2", "version": "2.7.18 (default)\n[GCC 10.2.1]"}
    assert identify(cpython) == "cpython", "an old version number is no reason to be a cousin"


def test_the_name_comes_before_all_guesses():
    facts = {"implementation": "graalpy", "platform": "java", "version": "3.12.8 PyPy"}
    assert identify(facts) == "graalpy"


def test_without_facts_nobody_knows():
    assert identify({}) == "unknown"
    assert identify({"platform": "linux"}) == "unknown"
    assert identify({"platform": "java17"}) == "jython"
