"""Everything a run has shown so far, streamed as events while it grows, a report in the end."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable

import pytest

from judge.brevity import in_short
from judge.capture import Streams
from judge.collection import CollectionErrors
from judge.frames import read_interrupted
from judge.layout import Layout
from judge.report import Exit, Frame, PlannedTest, Report, RunEvent, RunWarning, TestResult
from judge.request import RunRequest

encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode

_MAX_WARNINGS = 100
#: Characters. What a run has to tell beyond them it tells in short.
_MAX_TOLD = 5_000_000


class Tally:
    """Collects; `emit` takes each event as JSON."""

    def __init__(self, request: RunRequest, layout: Layout, emit: Callable[[str], object]) -> None:
        self._emit = emit
        self._layout = layout
        self._starter_unchanged = request.starter_unchanged()
        self.collection = CollectionErrors(request, layout)
        self._planned: list[PlannedTest] = []
        self._tests: list[TestResult] = []
        self._told = 0
        self._warnings: list[RunWarning] = []
        self._was_interrupted = False
        self._interrupted_at: list[Frame] = []
        self._trouble = ""

    def plan(self, tests: list[PlannedTest]) -> None:
        self._planned = tests
        self._send({"type": "planned", "tests": tests})

    def start(self, test_id: str) -> None:
        self._send({"type": "started", "id": test_id})

    def finish(self, test: TestResult) -> None:
        if self._told > _MAX_TOLD:
            test = in_short(test)
        self._tests.append(test)
        self._told += self._send({"type": "finished", "test": test})

    def fail_collection(self, file: str, error: BaseException | None, longrepr: object) -> None:
        entry = self.collection.add(file, error, longrepr)
        if entry is not None:
            self._send({"type": "collection-failed", "error": entry})

    def warn(self, warning: RunWarning) -> None:
        if len(self._warnings) < _MAX_WARNINGS:
            self._warnings.append(warning)

    def interrupt(self, error: BaseException) -> None:
        """The first call that finds frames counts: later ones come from further out."""
        self._was_interrupted = True
        if not self._interrupted_at:
            self._interrupted_at = read_interrupted(error, self._layout)

    def report_trouble(self, sentence: str) -> None:
        """pytest or the judge itself failed, or the run ended early. The first sentence stays."""
        self._trouble = self._trouble or sentence

    def report(self, streams: Streams, seconds: float) -> Report:
        stdout, stderr = streams.outside
        exit_, message = self._exit()
        return {
            "schema": 1,
            "python": platform.python_version(),
            "pytest": pytest.__version__,
            "exit": exit_,
            "exitMessage": message,
            "seconds": seconds,
            "planned": self._planned,
            "tests": self._tests,
            "collectionErrors": self.collection.errors,
            "interruptedAt": self._interrupted_at,
            "starterUnchanged": self._starter_unchanged,
            "stdout": stdout,
            "stderr": stderr,
            "warnings": self._warnings,
        }

    def _exit(self) -> tuple[Exit, str]:
        if self._was_interrupted:
            return "interrupted", ""
        if self.collection.errors:
            return "broken", ""
        if self._trouble:
            return "internal-error", self._trouble
        if not self._planned:
            return "no-tests", ""
        if len(self._tests) < len(self._planned):
            done, planned = len(self._tests), len(self._planned)
            return "internal-error", f"The run ended early: {done} of {planned} tests were run."
        return "finished", ""

    def _send(self, event: RunEvent) -> int:
        """Returns how many characters it took."""
        text = encode(event)
        self._emit(text)
        return len(text)
