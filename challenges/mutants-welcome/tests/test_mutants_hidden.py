"""Loops without end, walls between runs, and changes that are none."""
import ast
import sys

import pytest

from solution import first_red, judge, mutate

SLOW = "    n = 0\n    while n < 200_000:\n        n = n + 1\n"
ONE = "def test_one():\n    assert one() == 1"


def test_mutants_come_in_the_order_of_the_lines():
    source = "def f(a):\n    if a > 3:\n        a -= b\n    log(a)\n    return a\nf(x == y != z)"
    labels = [label for label, _ in mutate(source)]
    assert [label.split(":")[0] for label in labels] == [f"line {n}" for n in (2, 2, 3, 4, 5, 6, 6, 6)]
    assert set(labels) == {
        "line 2: > becomes >=",
        "line 2: 3 becomes 4",
        "line 3: - becomes +",
        "line 4: call left out",
        "line 5: returns None",
        "line 6: == becomes !=",
        "line 6: != becomes ==",
        "line 6: call left out",
    }


def test_every_place_of_a_chain_is_a_mutant():
    texts = {ast.unparse(ast.parse(text)) for _, text in mutate("a < b <= c")}
    assert texts == {"a <= b <= c", "a < b < c"}


@pytest.mark.parametrize(
    "source",
    [
        "a = True\nb = False\nc = 1.5\nd = 'three'",
        "def f():\n    return\ndef g():\n    return None",
        "def f():\n    'What it does.'\n    pass",
        "a is b\na in b\na * b",
    ],
)
def test_what_offers_nothing_to_break_has_no_mutants(source):
    assert mutate(source) == []


def test_any_exception_is_noticed():
    for failure in ("1 / 0", "raise KeyError('x')", "raise SystemExit(0)", "assert False"):
        program = f"def one():\n    {failure}"
        assert first_red(program, ONE, 1000) == "test_one", f"nobody noticed: {failure}"


def test_a_program_that_cannot_be_executed_is_noticed():
    assert first_red("one = {}['one']", ONE, 1000) == "import"
    assert first_red("import sys\nsys.exit()", ONE, 1000) == "import"


def test_a_program_that_runs_on_and_on_is_noticed():
    program = f"def one():\n{SLOW}    return 1"
    assert first_red(program, ONE, 10_000_000) is None
    assert first_red(program, ONE, 1000) == "test_one"
    assert first_red(f"if True:\n{SLOW}def one():\n    return 1", ONE, 1000) == "import"


def test_the_limit_cannot_be_caught_by_accident(capsys):
    loop = SLOW.replace("\n    ", "\n        ")
    program = f"def one():\n    try:\n    {loop}    except Exception:\n        print('on it goes')\n    return 1"
    assert first_red(program, ONE, 1000) == "test_one", (
        "the program has a try of its own: which exceptions does `except Exception` let through?"
    )
    assert capsys.readouterr().out == "", (
        "the program caught your limit and went on; with `while True` around its try it would never end"
    )


def test_each_test_has_the_whole_budget():
    tests = "\n".join(f"def test_{n}():\n    for _ in range(30):\n        assert one() == 1" for n in range(9))
    assert first_red("def one():\n    return 1", tests, 200) is None


def test_whoever_was_tracing_before_traces_again():
    def tracer(frame, event, arg):
        return None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        first_red("def one():\n    return 1", ONE, 1000)
        first_red("def one():\n    return 2", ONE, 1000)
        first_red(f"def one():\n{SLOW}", ONE, 1000)
        seen = sys.gettrace()
    finally:
        sys.settrace(before)
    assert seen is tracer, "somebody was tracing before, perhaps a debugger, and is not any more"


def test_no_run_sees_what_another_has_left():
    report = judge(ONE, "def one():\n    return 1", [("empty", ""), ("two", "def one():\n    return 2")])
    assert report.killed == [("empty", "test_one"), ("two", "test_one")], (
        "the empty program still has the function of the good one"
    )


def test_a_forgotten_boundary_survives():
    good = "def postage(kg):\n    if kg < 20:\n        return 5\n    return 9"
    weak = "def test_light():\n    assert postage(1) == 5\ndef test_heavy():\n    assert postage(30) == 9"
    report = judge(weak, good, mutate(good))
    assert report.survivors and all(label.startswith("line 2") for label in report.survivors)
    assert len(report.killed) == 4 and report.score == pytest.approx(4 / 6)
    strong = weak + "\ndef test_limit():\n    assert postage(20) == 9 and postage(19) == 5"
    strong += "\ndef test_near():\n    assert postage(20.5) == 9"
    assert judge(strong, good, mutate(good)).score == 1


def test_without_mutants_nothing_was_missed():
    report = judge(ONE, "def one():\n    return 1", [])
    assert (report.killed, report.survivors, report.score) == ([], [], 1)
