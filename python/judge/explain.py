"""One failed phase of a test as a Failure: type, words, frames, traceback."""

from __future__ import annotations

import re
import traceback
from typing import Any

import pytest

from judge.assertion import explain_assertion
from judge.comparison import Comparison, shorten
from judge.evasion import explain_evasion, was_left_by_learner
from judge.frames import read_frames
from judge.layout import Layout
from judge.report import Failure, When

MAX_MESSAGE = 8_000
MAX_TRACEBACK = 20_000

_NOT_RAISED = re.compile(r"DID NOT RAISE (?:<class '(?P<cls>[^']*)'>|(?P<rest>.*))", re.DOTALL)


def explain_failure(
    error: BaseException,
    when: When,
    longrepr: object,
    comparison: Comparison | None,
    layout: Layout,
) -> Failure:
    """`longrepr` is pytest's own account of the failure, `comparison` the last one noted."""
    frames, folded = read_frames(error, layout)
    is_evasion = was_left_by_learner(error, layout)
    message = explain_evasion(error) if is_evasion else describe(error)
    assertion = None
    if isinstance(error, AssertionError) and frames and _raised_in(error, layout):
        assertion = explain_assertion(message, frames[-1], comparison, layout)
    if assertion is not None:
        message = assertion["note"] or message.partition("\n")[0]
    return {
        "type": type(error).__name__,
        "message": shorten(message, MAX_MESSAGE),
        "when": when,
        "assertion": assertion,
        "frames": frames,
        "foldedFrames": folded,
        # Of a skip pytest tells the place only.
        "traceback": render(one_line(error) if is_evasion else longrepr, layout),
        "schedule": None,
    }


def describe(error: BaseException) -> str:
    """The error's message in words; errors whose message says little get a sentence."""
    if isinstance(error, SystemExit):
        shown = "" if error.code is None else repr(error.code)
        return f"The code ended the program: sys.exit({shown}) was called."
    if type(error).__name__ == "BdbQuit":
        return (
            "A debugger was opened, by breakpoint() for one. It has no terminal to read from here."
        )
    text = _text(error)
    if isinstance(error, pytest.fail.Exception):
        match = _NOT_RAISED.fullmatch(text)
        return _not_raised(match) if match else text
    argument = getattr(error, "argname", None)
    if type(error).__name__ == "FixtureLookupError" and argument is not None:
        return _text(getattr(error, "msg", None) or f"There is no fixture named {argument!r}.")
    if isinstance(error, BaseExceptionGroup):
        text = "\n".join([text, *_leaves(error)])
    notes = getattr(error, "__notes__", None)
    return "\n".join([text, *map(str, notes)]) if isinstance(notes, list) else text


def render(longrepr: object, layout: Layout) -> str:
    """pytest's account as text, with paths inside the run's folder made short."""
    lines = shorten(_text(longrepr), MAX_TRACEBACK).splitlines()
    kept = [line for line in lines if not is_usage_advice(line)]
    return "\n".join(kept).replace(layout.root + "/", "")


def is_usage_advice(line: str) -> bool:
    """pytest's hint at a command-line option, which a learner in a browser does not have."""
    return "Use -v to get" in line or "use '-vv' to show" in line


def one_line(error: BaseException) -> str:
    """`ValueError: what happened`, as the last line of a traceback."""
    return traceback.format_exception_only(error)[-1].strip()


def _not_raised(match: re.Match[str]) -> str:
    name = (match["cls"] or match["rest"]).strip().rpartition(".")[2]
    return f"Expected {name} to be raised here, but nothing was raised."


def _leaves(group: BaseExceptionGroup[Any], depth: int = 1) -> list[str]:
    lines: list[str] = []
    for error in group.exceptions[:20]:
        lines.append(f"{'  ' * depth}- {type(error).__name__}: {_text(error)}")
        if isinstance(error, BaseExceptionGroup) and depth < 5:
            lines += _leaves(error, depth + 1)
    return lines


def _raised_in(error: BaseException, layout: Layout) -> bool:
    """Whether the innermost frame lies in the run's folder, not in a library."""
    innermost = error.__traceback__
    while innermost is not None and innermost.tb_next is not None:
        innermost = innermost.tb_next
    return (
        innermost is not None and layout.relative(innermost.tb_frame.f_code.co_filename) is not None
    )


def _text(value: object) -> str:
    try:
        return str(value)
    except Exception as problem:
        return f"<{type(value).__name__}: its text could not be made, {type(problem).__name__}>"
