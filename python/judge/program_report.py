"""The shapes of what is said about a program: the mirror of `src/domain/program-report.ts`."""

from __future__ import annotations

from typing import Literal, TypedDict

from judge.report import Frame


class Printed(TypedDict):
    type: Literal["printed"]
    stream: Literal["stdout", "stderr"]
    text: str


class InputWanted(TypedDict):
    type: Literal["input-wanted"]


class ProgramError(TypedDict):
    type: str
    message: str
    frames: list[Frame]


class ProgramReport(TypedDict):
    schema: Literal[1]
    python: str
    exitCode: int
    error: ProgramError | None
    droppedCharacters: int
    seconds: float


ProgramEvent = Printed | InputWanted
