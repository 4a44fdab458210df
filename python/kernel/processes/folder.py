"""One file system for a run: a child gets its parent's files, and gives back its changes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

__no_switch__ = True

#: What a program writes to: its home with the challenge in it, and what `tempfile` makes.
_ROOTS = ("/home/pyodide", "/tmp")
_SKIPPED = "__pycache__"

Files = dict[str, bytes]

_given: Files = {}


def collect() -> Files:
    """Every file of the run by its path; folders end with a slash and have no content."""
    return {path: content for root in _ROOTS for path, content in _walk(root)}


def lay_out(files: Files) -> None:
    """Writes what the parent had."""
    global _given
    _given = files
    for path, content in files.items():
        _write(path, content)


def changed() -> Files | None:
    """What is different from what was laid out: gone files have None. Nothing: None."""
    now = collect()
    found: dict[str, bytes | None] = {
        path: content for path, content in now.items() if _given.get(path) != content
    }
    found.update({path: None for path in _given if path not in now})
    return found or None  # type: ignore[return-value]


def take_over(changes: dict[str, bytes | None]) -> None:
    """Makes the changes of a child that has ended."""
    for path, content in changes.items():
        if content is not None:
            _write(path, content)
    for path in sorted(changes, reverse=True):
        if changes[path] is None:
            _remove(path)


def _walk(folder: str) -> Iterator[tuple[str, bytes]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name == _SKIPPED or entry.is_symlink():
            continue
        if entry.is_dir():
            yield f"{entry.path}/", b""
            yield from _walk(entry.path)
        elif stat.S_ISREG(entry.stat().st_mode):
            with open(entry.path, "rb") as file:
                yield entry.path, file.read()


def _write(path: str, content: bytes) -> None:
    if path.endswith("/"):
        os.makedirs(path, exist_ok=True)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def _remove(path: str) -> None:
    try:
        if path.endswith("/"):
            os.rmdir(path)
        else:
            os.remove(path)
    except OSError:
        # Gone already, or in use again by someone else.
        pass
