"""Straight code, branches, loops and calls."""
import pytest

from solution import VM, VMError

RETURN = ("RETURN",)

FACTORIAL = {
    "fact": (
        ["n"],
        [
            ("LOAD", "n"),
            ("CONST", 2),
            ("BINARY", "<"),
            ("JUMP_IF_FALSE", 6),
            ("CONST", 1),
            RETURN,
            ("LOAD", "n"),
            ("LOAD", "n"),
            ("CONST", 1),
            ("BINARY", "-"),
            ("CALL", "fact", 1),
            ("BINARY", "*"),
            RETURN,
        ],
    )
}


def test_a_constant_is_returned():
    assert VM().run([("CONST", 7), RETURN]) == 7


def test_subtraction_keeps_its_operands_in_order():
    code = [("CONST", 10), ("CONST", 3), ("BINARY", "-"), RETURN]
    assert VM().run(code) == 7, "what was put last is the right operand"


def test_variables_are_loaded_and_stored():
    code = [
        ("LOAD", "x"),
        ("CONST", 2),
        ("BINARY", "*"),
        ("STORE", "y"),
        ("LOAD", "y"),
        ("LOAD", "x"),
        ("BINARY", "+"),
        RETURN,
    ]
    assert VM().run(code, x=14) == 42


def test_a_branch_goes_both_ways():
    code = [
        ("LOAD", "x"),
        ("CONST", 5),
        ("BINARY", "<"),
        ("JUMP_IF_FALSE", 6),
        ("CONST", "small"),
        RETURN,
        ("CONST", "big"),
        RETURN,
    ]
    assert VM().run(code, x=1) == "small"
    assert VM().run(code, x=5) == "big"


def test_a_loop_adds_up():
    code = [
        ("CONST", 0),
        ("STORE", "sum"),
        ("LOAD", "n"),
        ("JUMP_IF_FALSE", 13),
        ("LOAD", "sum"),
        ("LOAD", "n"),
        ("BINARY", "+"),
        ("STORE", "sum"),
        ("LOAD", "n"),
        ("CONST", 1),
        ("BINARY", "-"),
        ("STORE", "n"),
        ("JUMP", 2),
        ("LOAD", "sum"),
        RETURN,
    ]
    assert VM().run(code, n=10) == 55


def test_a_function_calls_itself():
    code = [("CONST", 10), ("CALL", "fact", 1), RETURN]
    assert VM(FACTORIAL).run(code) == 3_628_800


def test_arguments_arrive_in_order():
    minus = (["a", "b"], [("LOAD", "a"), ("LOAD", "b"), ("BINARY", "-"), RETURN])
    code = [("CONST", 9), ("CONST", 4), ("CALL", "minus", 2), RETURN]
    assert VM({"minus": minus}).run(code) == 5, "the last argument is on top of the stack"


def test_a_missing_name_is_named():
    with pytest.raises(VMError, match="price"):
        VM().run([("LOAD", "price"), RETURN])
