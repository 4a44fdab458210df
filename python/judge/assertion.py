"""Takes a failed assert apart: its source, its message, and which side is the learner's."""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache

from judge.comparison import MAX_DIFF_LINES, Comparison, diff_lines, shorten
from judge.layout import Layout
from judge.report import Assertion, Frame

_SYMMETRIC = ("==", "is")


def explain_assertion(
    text: str, frame: Frame, comparison: Comparison | None, layout: Layout
) -> Assertion | None:
    """`text` is the error's, `frame` where it was raised. None when no assert stands there."""
    source = layout.source(frame["file"])
    node = _find_assert(source, frame["line"])
    if node is None:
        return None
    note = _note(node, text)
    assertion: Assertion = {
        "expression": shorten(ast.get_source_segment(source, node.test) or "", 2_000),
        "note": shorten(note),
        "operator": None,
        "left": None,
        "right": None,
        "expected": None,
        "actual": None,
        "expectedItems": None,
        "actualItems": None,
        "diff": [],
        "explanation": _explanation(text, note),
    }
    compare = _failed_compare(node.test)
    if compare is not None and comparison is not None and _belongs(comparison, frame, node):
        _add_comparison(assertion, comparison, compare)
    return assertion


def _add_comparison(assertion: Assertion, comparison: Comparison, node: ast.Compare) -> None:
    assertion["operator"] = comparison.operator
    assertion["left"] = comparison.left
    assertion["right"] = comparison.right
    if comparison.operator not in _SYMMETRIC:
        return
    left = (comparison.left, comparison.left_items, comparison.left_lines)
    right = (comparison.right, comparison.right_items, comparison.right_lines)
    expected, actual = (left, right) if _expects_left(node) else (right, left)
    assertion["expected"], assertion["expectedItems"], expected_lines = expected
    assertion["actual"], assertion["actualItems"], actual_lines = actual
    assertion["diff"] = diff_lines(expected_lines, actual_lines)


def _expects_left(node: ast.Compare) -> bool:
    """By convention `assert actual == expected`; a literal or `expected` on the left says else."""
    left, right = node.left, node.comparators[0]
    if len(node.comparators) > 1 or _is_expectation(right):
        return False
    return _is_expectation(left)


def _is_expectation(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id.startswith(("expected", "want"))
    inner = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Await)
    return not any(isinstance(part, inner) for part in ast.walk(node))


def _failed_compare(test: ast.expr) -> ast.Compare | None:
    """The comparison whose sides tell why the assert failed; None for `or`, `not` and calls."""
    if isinstance(test, ast.Compare):
        return test
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        compares = [value for value in test.values if isinstance(value, ast.Compare)]
        return compares[-1] if len(compares) == len(test.values) else None
    return None


def _belongs(comparison: Comparison, frame: Frame, node: ast.Assert) -> bool:
    in_statement = node.lineno <= comparison.line <= (node.end_lineno or node.lineno)
    return in_statement and comparison.file == frame["file"]


def _note(node: ast.Assert, text: str) -> str:
    if node.msg is None:
        return ""
    # pytest puts its own lines below the author's; in code it did not rewrite there are none.
    return text.partition("\nassert ")[0]


def _explanation(text: str, note: str) -> list[str]:
    own = text[len(note) :].lstrip("\n") if note else text
    lines = [line for line in own.splitlines() if "Use -v to get" not in line]
    while lines and not lines[-1].strip():
        lines.pop()
    return [line[:500] for line in lines[:MAX_DIFF_LINES]]


def _find_assert(source: str, line: int) -> ast.Assert | None:
    """The innermost assert statement that covers the line."""
    found: ast.Assert | None = None
    for node in _asserts(source):
        if node.lineno <= line <= (node.end_lineno or node.lineno) and (
            found is None or node.lineno >= found.lineno
        ):
            found = node
    return found


@lru_cache(maxsize=8)
def _asserts(source: str) -> tuple[ast.Assert, ...]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Assert))
