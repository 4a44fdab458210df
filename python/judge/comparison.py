"""What stood on both sides of a failed comparison, noted at the moment it failed."""

from __future__ import annotations

import difflib
import pprint
import sys
from dataclasses import dataclass
from typing import Any

from _pytest._io.saferepr import saferepr_unlimited

from judge.layout import Layout

MAX_REPR = 4_000
MAX_ITEMS = 200
MAX_DIFF_LINES = 200
_MAX_LINE = 500
_MAX_DIFF_INPUT = 100_000
_MAX_NDIFF_LINES = 40


@dataclass(frozen=True)
class Comparison:
    """Only text: holding the values themselves would keep the learner's objects alive."""

    operator: str
    left: str
    right: str
    left_items: list[str] | None
    right_items: list[str] | None
    left_lines: list[str]
    right_lines: list[str]
    #: Where the comparison stands: path in the run's folder, line from 1.
    file: str
    line: int


def note_comparison(operator: str, left: Any, right: Any, layout: Layout) -> Comparison | None:
    """Called from inside pytest's comparison hook; None when no code of the run's folder asked."""
    frame = sys._getframe(1)
    while frame is not None:
        path = layout.relative(frame.f_code.co_filename)
        if path is not None:
            break
        frame = frame.f_back
    else:
        return None
    left_repr, right_repr = _repr(left), _repr(right)
    both_flat = _is_flat(left) and _is_flat(right)
    return Comparison(
        operator=operator,
        left=shorten(left_repr),
        right=shorten(right_repr),
        left_items=_items(left) if both_flat else None,
        right_items=_items(right) if both_flat else None,
        left_lines=_lines(left, left_repr),
        right_lines=_lines(right, right_repr),
        file=path,
        line=frame.f_lineno,
    )


def diff_lines(expected: list[str], actual: list[str]) -> list[str]:
    """'-' is expected, '+' is actual; '?' marks columns, ' ' is common to both."""
    if len(expected) <= 1 and len(actual) <= 1 and not _is_long(expected, actual):
        return []
    if max(len(expected), len(actual)) <= _MAX_NDIFF_LINES:
        lines = [line.rstrip("\n") for line in difflib.ndiff(expected, actual)]
    else:
        unified = list(difflib.unified_diff(expected, actual, lineterm="", n=3))[2:]
        lines = ["  …" if line.startswith("@@") else f"{line[:1]} {line[1:]}" for line in unified]
    if len(lines) > MAX_DIFF_LINES:
        lines = [*lines[:MAX_DIFF_LINES], f"  … {len(lines) - MAX_DIFF_LINES} more lines"]
    return [line[:_MAX_LINE] for line in lines]


def shorten(text: str, limit: int = MAX_REPR) -> str:
    if len(text) <= limit:
        return text
    return f"{text[:limit]}… ({len(text) - limit} more characters)"


def _repr(value: Any) -> str:
    """The object's own repr, whatever it does; other scripts stay readable."""
    return saferepr_unlimited(value, use_ascii=False)


def _is_flat(value: Any) -> bool:
    if type(value) not in (list, tuple):
        return False
    return not any(isinstance(item, (list, tuple, dict, set)) for item in value[:MAX_ITEMS])


def _items(value: Any) -> list[str]:
    items = [shorten(_repr(item), 200) for item in value[:MAX_ITEMS]]
    if len(value) > MAX_ITEMS:
        items.append(f"… ({len(value) - MAX_ITEMS} more items)")
    return items


def _lines(value: Any, text: str) -> list[str]:
    """The value over several lines, to be compared line by line; [] when it is too large."""
    if type(value) is str:
        return value.splitlines() if len(value) <= _MAX_DIFF_INPUT else []
    if len(text) > _MAX_DIFF_INPUT:
        return []
    if len(text) <= 80:
        return [text]
    try:
        return pprint.pformat(value, width=80).splitlines()
    except Exception:
        return text.splitlines()


def _is_long(expected: list[str], actual: list[str]) -> bool:
    return bool(expected and actual) and max(len(expected[0]), len(actual[0])) > 40
