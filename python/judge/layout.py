"""Lays a request's files out on disk, byte for byte, and knows each file's lines afterwards."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from judge.report import Origin
from judge.request import RunRequest

_LINE_END = re.compile(r"\r\n|\r|\n")

_chdir = os.chdir
_makedirs = os.makedirs
_realpath = os.path.realpath


class Layout:
    """The run's folder: what lies in it, who wrote it, and how its lines read."""

    def __init__(self, request: RunRequest, root: str) -> None:
        self.root = _realpath(root)
        self._request = request
        self._lines: dict[str, list[str]] = {}

    def write(self) -> None:
        """Writes every file; folders on the way are made."""
        for path, data in self._request.files.items():
            target = os.path.join(self.root, *path.split("/"))
            _makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(data)
        _makedirs(self.root, exist_ok=True)
        importlib.invalidate_caches()

    def absolute(self, path: str) -> str:
        return os.path.join(self.root, *path.split("/"))

    def relative(self, filename: str | None) -> str | None:
        """The path inside the run's folder, or None for a file from elsewhere."""
        if not filename:
            return None
        prefix = self.root + os.sep
        if filename.startswith(prefix):
            return filename[len(prefix) :].replace(os.sep, "/")
        return None

    def origin(self, path: str | None) -> Origin:
        """Whose file this is; `path` as `relative` gives it."""
        if path is None or path not in self._request.files:
            return "library"
        if path in self._request.editable:
            return "learner"
        return "test" if path in self._request.test_files else "given"

    def line(self, path: str, number: int) -> str:
        """The text of one line (from 1) as it was laid out, without its line end; "" if unknown."""
        if path not in self._lines:
            self._lines[path] = _LINE_END.split(self._request.text(path) or "")
        lines = self._lines[path]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def source(self, path: str) -> str:
        """The whole file with plain line ends."""
        self.line(path, 1)
        return "\n".join(self._lines[path])

    def go_home(self) -> None:
        """Makes the run's folder the current one, also when it was deleted meanwhile."""
        _makedirs(self.root, exist_ok=True)
        _chdir(self.root)

    @contextmanager
    def visited(self) -> Iterator[None]:
        """The run's folder is the current one inside the block, and nothing else changes."""
        before = _current_folder()
        self.go_home()
        try:
            yield
        finally:
            _chdir(before)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Current folder and first entry of sys.path inside the block."""
        before = _current_folder()
        path_before = list(sys.path)
        no_bytecode = sys.dont_write_bytecode
        sys.dont_write_bytecode = True
        sys.path.insert(0, self.root)
        self.go_home()
        # Children look for the main program's file where the program was started.
        process = sys.modules.get("multiprocessing.process")
        if process is not None:
            process.ORIGINAL_DIR = self.root  # type: ignore[attr-defined]
        try:
            yield
        finally:
            sys.path[:] = path_before
            sys.dont_write_bytecode = no_bytecode
            _chdir(before)


def forget_folder(root: str) -> None:
    """Drops every module that came from a run's folder."""
    root = _realpath(root)
    for name, module in list(sys.modules.items()):
        places = [getattr(module, "__file__", None), *_package_paths(module)]
        if any(isinstance(place, str) and _contains(root, place) for place in places):
            sys.modules.pop(name, None)
    for place in [place for place in sys.path_importer_cache if _contains(root, place)]:
        sys.path_importer_cache.pop(place, None)
    importlib.invalidate_caches()


def _contains(root: str, place: str) -> bool:
    return place == root or place.startswith(root + os.sep)


def _package_paths(module: object) -> list[object]:
    try:
        return list(getattr(module, "__path__", None) or [])
    except Exception:
        return []


def _current_folder() -> str:
    try:
        return os.getcwd()
    except OSError:
        return os.sep
