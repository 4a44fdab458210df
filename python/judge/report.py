"""The shapes of events and reports: the mirror of `src/domain/report.ts`, key for key."""

from __future__ import annotations

from typing import Literal, TypedDict

Origin = Literal["learner", "test", "given", "library"]
When = Literal["setup", "call", "teardown"]
Outcome = Literal["passed", "failed", "error", "skipped", "xfailed", "xpassed"]
CollectionKind = Literal["syntax", "import", "missing-name", "other"]
Exit = Literal["finished", "broken", "no-tests", "interrupted", "internal-error"]


class Capture(TypedDict):
    """Text that was capped. `total` and `dropped` count characters."""

    text: str
    total: int
    dropped: int


class Frame(TypedDict):
    """Lines count from 1, columns from 1 in UTF-16 units of the line; None = unknown."""

    file: str
    line: int
    endLine: int | None
    column: int | None
    endColumn: int | None
    function: str
    source: str
    origin: Origin


class Assertion(TypedDict):
    """A failed assert, taken apart. Every value is a capped repr."""

    expression: str
    note: str
    operator: str | None
    left: str | None
    right: str | None
    expected: str | None
    actual: str | None
    expectedItems: list[str] | None
    actualItems: list[str] | None
    diff: list[str]
    explanation: list[str]


class Switch(TypedDict):
    """One change of turns: `thread` stopped at `line` of `file`, and `follower` went on.

    `file` is empty and `line` 0 where the thread had ended.
    """

    thread: str
    function: str
    file: str
    line: int
    source: str
    origin: Origin
    follower: str


class Schedule(TypedDict):
    """Which schedule was followed last: a seed, or where seed is None the plan of a `Schedule`."""

    seed: int | None
    plan: str
    #: The last ones, oldest first.
    switches: list[Switch]
    totalSwitches: int


class Failure(TypedDict):
    type: str
    message: str
    when: When
    assertion: Assertion | None
    frames: list[Frame]
    foldedFrames: int
    traceback: str
    schedule: Schedule | None


class RunWarning(TypedDict):
    category: str
    message: str
    file: str
    line: int


class TestResult(TypedDict):
    id: str
    name: str
    file: str
    line: int | None
    outcome: Outcome
    seconds: float
    failure: Failure | None
    skipReason: str
    stdout: Capture
    stderr: Capture
    log: Capture
    warnings: list[RunWarning]


class CollectionError(TypedDict):
    file: str
    kind: CollectionKind
    type: str
    message: str
    line: int | None
    column: int | None
    endLine: int | None
    endColumn: int | None
    text: str
    missing: str | None
    frames: list[Frame]
    traceback: str


class PlannedTest(TypedDict):
    id: str
    name: str
    file: str
    line: int | None


class Report(TypedDict):
    schema: Literal[1]
    python: str
    pytest: str
    exit: Exit
    exitMessage: str
    seconds: float
    planned: list[PlannedTest]
    tests: list[TestResult]
    collectionErrors: list[CollectionError]
    interruptedAt: list[Frame]
    starterUnchanged: bool
    stdout: Capture
    stderr: Capture
    warnings: list[RunWarning]


class Planned(TypedDict):
    type: Literal["planned"]
    tests: list[PlannedTest]


class Started(TypedDict):
    type: Literal["started"]
    id: str


class Finished(TypedDict):
    type: Literal["finished"]
    test: TestResult


class CollectionFailed(TypedDict):
    type: Literal["collection-failed"]
    error: CollectionError


RunEvent = Planned | Started | Finished | CollectionFailed
