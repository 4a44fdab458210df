"""What is known so far about the test that is running; in the end one TestResult."""

from __future__ import annotations

from typing import Any

import pytest

from judge.capture import cap, empty_capture
from judge.comparison import Comparison
from judge.evasion import was_left_by_learner
from judge.explain import explain_failure, render
from judge.layout import Layout
from judge.names import plain_name
from judge.replay import read_schedule
from judge.report import Capture, Failure, Outcome, PlannedTest, RunWarning, TestResult

MAX_WARNINGS = 100


def planned_test(item: pytest.Item, layout: Layout) -> PlannedTest:
    """Lines count from 1."""
    path, line, _ = item.reportinfo()
    file = layout.relative(str(path)) or item.nodeid.partition("::")[0]
    return {
        "id": item.nodeid,
        "name": plain_name(item),
        "file": file,
        "line": None if line is None else line + 1,
    }


class TestRecord:
    """Grows with each phase's report; a later phase never makes a failed test look better."""

    __test__ = False

    def __init__(self, planned: PlannedTest, layout: Layout) -> None:
        self._planned = planned
        self._layout = layout
        self._outcome: Outcome = "passed"
        self._seconds = 0.0
        self._failure: Failure | None = None
        self._skip_reason = ""
        self._log = ""
        self._warnings: list[RunWarning] = []
        #: The last comparison that failed in this phase.
        self.comparison: Comparison | None = None

    def add_phase(
        self,
        call: pytest.CallInfo[Any],
        report: pytest.TestReport,
        error: BaseException | None,
    ) -> None:
        """`error` is what ended the phase, as it was raised."""
        self._seconds += call.duration
        self._log = "\n".join(text for name, text in report.sections if "log" in name)
        if report.failed or was_left_by_learner(error, self._layout):
            self._add_failure(error, report)
        elif self._outcome == "passed" and report.skipped:
            self._add_skip(report)
        elif self._outcome == "passed" and hasattr(report, "wasxfail"):
            self._outcome = "xpassed"
            self._skip_reason = _reason(report)

    def add_warning(self, warning: RunWarning) -> None:
        if len(self._warnings) < MAX_WARNINGS:
            self._warnings.append(warning)

    def fail(self, kind: str, message: str) -> None:
        """Something that no phase has reported makes the test fail, if nothing else has."""
        if self._outcome in ("failed", "error"):
            return
        self._outcome = "failed"
        self._failure = {
            "type": kind,
            "message": message,
            "when": "teardown",
            "assertion": None,
            "frames": [],
            "foldedFrames": 0,
            "traceback": "",
            "schedule": None,
        }

    def finish(self, stdout: Capture, stderr: Capture, limit: int) -> TestResult:
        """`limit`: characters of log kept."""
        if self._failure is not None:
            self._failure["schedule"] = read_schedule(self._layout)
        return {
            **self._planned,
            "outcome": self._outcome,
            "seconds": self._seconds,
            "failure": self._failure,
            "skipReason": self._skip_reason,
            "stdout": stdout,
            "stderr": stderr,
            "log": cap(self._log, limit) if self._log else empty_capture(),
            "warnings": self._warnings,
        }

    def _add_failure(self, error: BaseException | None, report: pytest.TestReport) -> None:
        if self._outcome in ("failed", "error"):
            return
        when = report.when
        self._outcome = "failed" if when == "call" else "error"
        if error is not None:
            self._failure = explain_failure(
                error, when, report.longrepr, self.comparison, self._layout
            )
        else:
            self._failure = {
                "type": "XPASS",
                "message": "The test was expected to fail (strict xfail), but it passed.",
                "when": when,
                "assertion": None,
                "frames": [],
                "foldedFrames": 0,
                "traceback": render(report.longrepr, self._layout),
                "schedule": None,
            }

    def _add_skip(self, report: pytest.TestReport) -> None:
        self._outcome = "xfailed" if hasattr(report, "wasxfail") else "skipped"
        self._skip_reason = _reason(report)


def _reason(report: pytest.TestReport) -> str:
    expected = getattr(report, "wasxfail", None)
    if expected is not None:
        return str(expected).removeprefix("reason: ")
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ").removeprefix("Skipped")
    return str(report.longrepr or "")
