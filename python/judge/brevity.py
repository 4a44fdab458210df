"""A test's result in short, for runs that have told so much already that a page would choke."""

from __future__ import annotations

from judge.comparison import shorten
from judge.report import Capture, Failure, TestResult

_MAX_CAPTURE = 200
_MAX_TEXT = 300
_MAX_FRAMES = 2


def in_short(test: TestResult) -> TestResult:
    """What it was and where it failed stay; output, tracebacks and comparisons go."""
    failure = test["failure"]
    return {
        **test,
        "failure": None if failure is None else _failure_in_short(failure),
        "skipReason": shorten(test["skipReason"], _MAX_TEXT),
        "stdout": _capture_in_short(test["stdout"]),
        "stderr": _capture_in_short(test["stderr"]),
        "log": _capture_in_short(test["log"]),
        "warnings": test["warnings"][:1],
    }


def _failure_in_short(failure: Failure) -> Failure:
    frames = failure["frames"][-_MAX_FRAMES:]
    return {
        **failure,
        "message": shorten(failure["message"], _MAX_TEXT),
        "assertion": None,
        "frames": frames,
        "foldedFrames": failure["foldedFrames"] + len(failure["frames"]) - len(frames),
        "traceback": "",
        "schedule": None,
    }


def _capture_in_short(capture: Capture) -> Capture:
    kept = capture["text"][:_MAX_CAPTURE]
    dropped = capture["dropped"] + len(capture["text"]) - len(kept)
    return {"text": kept, "total": capture["total"], "dropped": dropped}
