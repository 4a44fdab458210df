"""Break it, run the tests, and count who noticed."""
import ast
import difflib

import pytest

from solution import Report, first_red, judge, mutate


def programs(source):
    """The mutants without their labels, in one way of writing."""
    return [ast.unparse(ast.parse(text)) for _, text in mutate(source)]


@pytest.mark.parametrize(
    "before, after",
    [
        ("a < b", "a <= b"),
        ("a <= b", "a < b"),
        ("a >= b", "a > b"),
        ("a == b", "a != b"),
        ("a + b", "a - b"),
        ("a - b", "a + b"),
    ],
)
def test_an_operator_becomes_its_neighbour(before, after):
    assert programs(before) == [after]


def test_a_number_becomes_the_next_one():
    assert mutate("x = 41") == [("line 1: 41 becomes 42", "x = 42")]


def test_a_function_returns_none():
    [program] = programs("def f(a):\n    return a")
    assert program in ("def f(a):\n    return None", "def f(a):\n    return")


def test_a_call_is_left_out():
    [(label, program)] = mutate("tell(a)\nb = ask(a)")
    assert label == "line 1: call left out"
    assert "tell" not in program and "ask(a)" in program, (
        "only the call that stands alone: somebody wants the answer of the other"
    )


def test_each_mutant_differs_in_one_place():
    source = "def f(a, b):\n    a = a + 1\n    if a < b:\n        say(a)\n    return a - b"
    assert len(mutate(source)) == 6
    for label, text in mutate(source):
        diff = difflib.ndiff(source.splitlines(), ast.unparse(ast.parse(text)).splitlines())
        gone = [line for line in diff if line.startswith("- ")]
        assert len(gone) == 1, f"{label}: more than one line has changed; did changes pile up?"


DOUBLE = "def double(n):\n    return n + n"


def test_the_first_red_test_is_named():
    tests = (
        "def check(n, wanted):\n    assert double(n) == wanted\n"
        "def test_zero():\n    check(0, 0)\n"
        "def test_two():\n    check(2, 4)\n"
    )
    assert first_red(DOUBLE, tests, 1000) is None
    assert first_red("def double(n):\n    return n * n * n", tests, 1000) == "test_two"


def test_a_report_has_the_killed_and_the_survivors():
    tests = "def test_two():\n    assert double(2) == 4"
    mutants = [("square", "def double(n):\n    return n * n"), ("nothing", "def double(n):\n    pass")]
    report = judge(tests, DOUBLE, mutants)
    assert report == Report(killed=[("nothing", "test_two")], survivors=["square"])
    assert report.score == 0.5


def test_the_good_program_has_to_pass_first():
    with pytest.raises(ValueError, match="test_two"):
        judge("def test_two():\n    assert double(2) == 5", DOUBLE, [])
