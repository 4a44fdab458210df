"""Errors that kept tests from being collected, each told once, where its cause is."""

from __future__ import annotations

import re

from judge.comparison import shorten
from judge.evasion import explain_evasion, was_left_by_learner
from judge.explain import MAX_MESSAGE, describe, render
from judge.frames import read_frames, utf16_column
from judge.layout import Layout
from judge.report import CollectionError
from judge.request import RunRequest

_CANNOT_IMPORT = re.compile(r"cannot import name '(?P<name>[^']+)' from")
_NO_ATTRIBUTE = re.compile(r"module '(?P<module>[^']+)' has no attribute '(?P<name>[^']+)'")
_PATH_IN_MESSAGE = re.compile(r" \((?:/[^()]*|unknown location)\)$")
_WINDOW = 100


class CollectionErrors:
    """Collects errors; the same cause seen through several test files counts once."""

    def __init__(self, request: RunRequest, layout: Layout) -> None:
        self._request = request
        self._layout = layout
        self._seen: set[tuple[object, ...]] = set()
        self.errors: list[CollectionError] = []

    def add(
        self, file: str, error: BaseException | None, longrepr: object
    ) -> CollectionError | None:
        """`file` is the test file being collected. Returns the error if its cause is new."""
        entry = self._read(file, _root_cause(error), longrepr)
        cause = entry["missing"] or (entry["type"], entry["message"], entry["line"])
        key = (entry["file"], entry["kind"], cause)
        if key in self._seen:
            return None
        self._seen.add(key)
        self.errors.append(entry)
        return entry

    def _read(self, file: str, error: BaseException | None, longrepr: object) -> CollectionError:
        entry: CollectionError = {
            "file": file,
            "kind": "other",
            "type": "CollectError" if error is None else type(error).__name__,
            "message": shorten(str(longrepr) if error is None else describe(error), MAX_MESSAGE),
            "line": None,
            "column": None,
            "endLine": None,
            "endColumn": None,
            "text": "",
            "missing": None,
            "frames": [],
            "traceback": render(longrepr, self._layout),
        }
        if error is None:
            return entry
        if was_left_by_learner(error, self._layout):
            entry["message"] = explain_evasion(error)
        entry["frames"], _ = read_frames(error, self._layout)
        self._place_at_innermost_frame(entry)
        nul = self._file_with_nul() if _mentions_nul(error) else None
        if nul is not None:
            self._fill_nul(entry, nul)
        elif isinstance(error, SyntaxError):
            self._fill_syntax(entry, self._with_character_offsets(error))
        elif isinstance(error, ImportError):
            self._fill_import(entry, error)
        elif isinstance(error, AttributeError):
            self._fill_attribute(entry, error)
        return entry

    def _place_at_innermost_frame(self, entry: CollectionError) -> None:
        if entry["frames"]:
            frame = entry["frames"][-1]
            entry["file"], entry["line"] = frame["file"], frame["line"]
            entry["column"], entry["endColumn"] = frame["column"], frame["endColumn"]
            entry["endLine"] = frame["endLine"]

    def _fill_syntax(self, entry: CollectionError, error: SyntaxError) -> None:
        entry["kind"] = "syntax"
        entry["message"] = shorten(error.msg or str(error), MAX_MESSAGE)
        entry["file"] = self._layout.relative(error.filename) or entry["file"]
        entry["line"] = entry["column"] = entry["endLine"] = entry["endColumn"] = None
        if not error.lineno:
            return
        line, end_line = error.lineno, error.end_lineno or error.lineno
        start = (error.offset or 0) - 1
        end = (error.end_offset or 0) - 1
        text = self._layout.line(entry["file"], line)
        entry["line"] = line
        if start >= 0:
            entry["column"] = utf16_column(text, start)
        if end_line >= line and end >= 0 and (end_line > line or end > start):
            entry["endLine"] = end_line
            entry["endColumn"] = utf16_column(self._layout.line(entry["file"], end_line), end)
        entry["text"] = _with_carets(text, start, end if end_line == line else len(text))

    def _with_character_offsets(self, error: SyntaxError) -> SyntaxError:
        """CPython counts some offsets in bytes, and reads at most 1,000 bytes of a file's line.

        Both do not happen when text is compiled under a name that is no file's.
        """
        path = self._layout.relative(error.filename)
        line = self._layout.line(path, error.lineno or 0) if path else ""
        if path is None or (line.isascii() and len(line) < 900):
            return error
        try:
            compile(self._layout.source(path), "<source>", "exec", dont_inherit=True)
        except SyntaxError as again:
            if (again.msg, again.lineno) == (error.msg, error.lineno):
                again.filename = error.filename
                return again
        except (ValueError, RecursionError, MemoryError):
            pass
        return error

    def _fill_nul(self, entry: CollectionError, file: str) -> None:
        before = (self._request.text(file) or "").partition("\0")[0]
        lines = re.split(r"\r\n|\r|\n", before)
        line, start = len(lines), len(lines[-1])
        text = self._layout.line(file, line)
        entry["kind"], entry["type"], entry["file"] = "syntax", "SyntaxError", file
        entry["message"] = "source code cannot contain null bytes"
        entry["line"] = entry["endLine"] = line
        entry["column"] = utf16_column(text, start)
        entry["endColumn"] = entry["column"] + 1
        entry["text"] = _with_carets(text.replace("\0", "␀"), start, start + 1)

    def _fill_import(self, entry: CollectionError, error: ImportError) -> None:
        entry["message"] = _PATH_IN_MESSAGE.sub("", entry["message"])
        match = _CANNOT_IMPORT.search(str(error))
        home = self._layout.relative(error.path)
        if match is None:
            entry["kind"], entry["missing"] = "import", error.name
        elif home is None:
            entry["kind"], entry["missing"] = "import", match["name"]
        else:
            self._fill_missing_name(entry, home, match["name"])

    def _fill_attribute(self, entry: CollectionError, error: AttributeError) -> None:
        match = _NO_ATTRIBUTE.search(str(error))
        home = self._layout.relative(getattr(error.obj, "__file__", None))
        if match is not None and home is not None:
            self._fill_missing_name(entry, home, match["name"])

    def _fill_missing_name(self, entry: CollectionError, home: str, name: str) -> None:
        """The file that lacks the name is where the learner has to go; frames tell who asked."""
        entry["kind"], entry["missing"], entry["file"] = "missing-name", name, home
        entry["line"] = entry["column"] = entry["endLine"] = entry["endColumn"] = None

    def _file_with_nul(self) -> str | None:
        own_first = sorted(self._request.files, key=lambda path: path not in self._request.editable)
        for path in own_first:
            if path.endswith(".py") and b"\0" in self._request.files[path]:
                return path
        return None


def _root_cause(error: BaseException | None) -> BaseException | None:
    """pytest wraps import problems into its CollectError."""
    if error is not None and type(error).__name__ == "CollectError":
        return error.__cause__
    return error


def _mentions_nul(error: BaseException) -> bool:
    return isinstance(error, (SyntaxError, ValueError)) and "null bytes" in str(error)


def _with_carets(text: str, start: int, end: int) -> str:
    """The line and a line of carets below; a very long line is shown around the place."""
    if not text or start < 0:
        return text[: 2 * _WINDOW]
    first = max(0, start - _WINDOW) if len(text) > 2 * _WINDOW else 0
    shown = text[first : first + 2 * _WINDOW + 1] if len(text) > 2 * _WINDOW else text
    if first:
        shown = "…" + shown
        first -= 1
    if first + len(shown) < len(text):
        shown += "…"
    lead = "".join("\t" if mark == "\t" else " " for mark in shown[: start - first])
    width = max(1, min(end, first + len(shown)) - start)
    return f"{shown}\n{lead}{'^' * width}"
