"""One run asked of the judge: the mirror of `src/domain/run-request.ts`."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interleave.asked import Asked
from interleave.identity import Schedule
from kernel.clock import ClockKind


class RequestError(ValueError):
    """The request itself cannot be used; the message is a sentence."""


@dataclass(frozen=True)
class RunRequest:
    """Paths are relative to the run's folder, with forward slashes."""

    #: Bytes of every file by path; where a path comes twice the last one wins.
    files: Mapping[str, bytes]
    editable: tuple[str, ...]
    starter: Mapping[str, str]
    test_files: tuple[str, ...]
    only: tuple[str, ...]
    packages: tuple[str, ...]
    clock: ClockKind
    keep_gc: bool
    #: Characters kept per captured stream and test.
    output_characters: int
    #: What every test finds in its standard input.
    stdin: str = ""
    #: Needs that this browser cannot meet: tests marked with one of them are skipped.
    missing: tuple[str, ...] = ()
    #: Whether tests that change the interpreter and do not put it back are told apart.
    tell_leftovers: bool = False
    #: Which seeds tests are to try, and the one schedule to repeat.
    asked: Asked = field(default_factory=Asked)

    def text(self, path: str) -> str | None:
        """A file's text as the interpreter reads it, without a byte-order mark."""
        data = self.files.get(path)
        return None if data is None else data.decode("utf-8", "replace").removeprefix("\ufeff")

    def mentions(self, word: str) -> bool:
        """Whether the word stands in one of the files."""
        return any(word.encode() in data for data in self.files.values())

    def starter_unchanged(self) -> bool:
        """True when every editable file equals its starter, line ends aside."""
        return bool(self.editable) and all(self._is_starter(path) for path in self.editable)

    def _is_starter(self, path: str) -> bool:
        text = self.text(path)
        starter = self.starter.get(path)
        if text is None or starter is None:
            return False
        return _lines(text) == _lines(starter.removeprefix("\ufeff"))


def parse_request(text: str) -> RunRequest:
    """Raises RequestError for anything that is not a run request."""
    return _parse(text)[0]


def parse_program_request(text: str) -> tuple[RunRequest, str]:
    """The request, and the path of the program in it. Raises RequestError for anything else."""
    request, raw = _parse(text)
    program = check_path(raw.get("program"))
    if program not in request.files:
        raise RequestError(f"There is no file named {program!r} in the run.")
    return request, program


def _parse(text: str) -> tuple[RunRequest, dict[str, Any]]:
    try:
        raw = json.loads(text)
        request = RunRequest(
            files={check_path(file["path"]): to_bytes(file) for file in raw["files"]},
            editable=tuple(map(check_path, raw["editable"])),
            starter={check_path(file["path"]): str(file["text"]) for file in raw["starter"]},
            test_files=tuple(map(check_path, raw["testFiles"])),
            only=tuple(map(str, raw["only"])),
            packages=tuple(map(str, raw["packages"])),
            clock=_clock(raw["clock"]),
            keep_gc=bool(raw["keepGc"]),
            output_characters=int(raw["limits"]["outputCharacters"]),
            stdin=str(raw.get("stdin", "")),
            missing=tuple(map(str, raw.get("missing", ()))),
            tell_leftovers=raw.get("tellLeftovers") is True,
            asked=_asked(raw.get("seeds", []), raw.get("replay")),
        )
        return request, raw
    except RequestError:
        raise
    except (ValueError, KeyError, TypeError) as error:
        raise RequestError(f"The run request cannot be read: {error!r}.") from error


def check_path(value: Any) -> str:
    """Returns it; raises RequestError for a path that leads out of the run's folder."""
    parts = value.split("/") if isinstance(value, str) else []
    is_safe = bool(parts) and all(part not in ("", ".", "..") for part in parts)
    if not is_safe or "\0" in value or "\\" in value or ":" in parts[0]:
        raise RequestError(f"The path {value!r} does not stay inside the run's folder.")
    return value


def to_bytes(file: Any) -> bytes:
    """The bytes of {path, text} or {path, base64}; raises RequestError for bad base64."""
    if "text" in file:
        # A lone surrogate has no UTF-8; written this way Python itself points at it.
        return file["text"].encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(file["base64"], validate=True)
    except binascii.Error as error:
        raise RequestError(f"The file {file['path']!r} is not valid base64.") from error


def _asked(seeds: Any, replay: Any) -> Asked:
    return Asked(tuple(map(int, seeds)), None if replay is None else _schedule(replay))


def _schedule(replay: Any) -> int | Schedule:
    return Schedule(str(replay["plan"])) if replay["seed"] is None else int(replay["seed"])


def _clock(value: Any) -> ClockKind:
    if value not in ("real", "virtual"):
        raise RequestError(f"There is no clock named {value!r}.")
    return value


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
