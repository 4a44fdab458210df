"""Compile Python sources to a pack: one stored zip of .pyc files that zipimport can read.

Runs inside the interpreter the pack is for, because bytecode belongs to one version of Python.
Same input, same bytes: entries are sorted, times are fixed, and the hash seed is set by the caller.
"""

import ast
import fnmatch
import importlib.util
import io
import marshal
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.parser import HeaderParser

_UNCHECKED_HASH = 0b01
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def read_archives(paths: Iterable[str]) -> dict[str, bytes]:
    """Read all files of zip archives (wheels are such), by their path inside."""
    files: dict[str, bytes] = {}
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    files[entry.filename] = archive.read(entry)
    return files


def select(files: Mapping[str, bytes], drop: Sequence[str], keep: Sequence[str]) -> dict[str, bytes]:
    """Leave out what matches `drop`, unless it matches `keep`; a pattern that matches nothing is an error."""
    _check_patterns(files, (*drop, *keep))

    def is_kept(name: str) -> bool:
        return not _matches(name, drop) or _matches(name, keep)

    return {name: data for name, data in files.items() if is_kept(name)}


def build_pack(
    files: Mapping[str, bytes],
    mount: str,
    *,
    with_source: Sequence[str] = (),
    as_source: Sequence[str] = (),
    without_docs: Sequence[str] = (),
) -> bytes:
    """Return the zip's bytes; `mount` is the path it will have, which is what tracebacks will name.

    Modules that match `with_source` are there compiled and as source; those that match `as_source`
    are not compiled: smaller on the wire, slower to import; those that match `without_docs` lose
    their docstrings.
    """
    _check_patterns(files, (*with_source, *as_source, *without_docs))
    entries: dict[str, bytes] = {}
    for name, data in files.items():
        if not name.endswith(".py") or _matches(name, as_source):
            entries[name] = data
            continue
        try:
            has_docs = not _matches(name, without_docs)
            entries[f"{name}c"] = _compile(data, f"{mount}/{name}", has_docs=has_docs)
        except SyntaxError as error:
            raise ValueError(f"{name}, line {error.lineno}: {error.msg}") from None
        if _matches(name, with_source):
            entries[name] = data
    return _write_zip(entries)


def read_distributions(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return name and version of every distribution among the files, sorted."""
    found: list[tuple[str, str]] = []
    for name, data in files.items():
        if name.endswith(".dist-info/METADATA"):
            headers = HeaderParser().parsestr(data.decode())
            found.append((str(headers["Name"]), str(headers["Version"])))
    return sorted(found)


def _compile(source: bytes, filename: str, *, has_docs: bool) -> bytes:
    tree = ast.parse(source, filename)
    if not has_docs:
        _take_docs_away(tree)
    code = compile(tree, filename, "exec", dont_inherit=True, optimize=0)
    # A round trip first: marshal marks objects that something else refers to, and before it that could be anything.
    body = marshal.dumps(marshal.loads(marshal.dumps(code)))
    header = importlib.util.MAGIC_NUMBER + _UNCHECKED_HASH.to_bytes(4, "little")
    return header + importlib.util.source_hash(source) + body


def _take_docs_away(tree: ast.Module) -> None:
    """What `python -OO` does to docstrings; assertions stay."""
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            if isinstance(first.value.value, str):
                del node.body[0]
        if not node.body and not isinstance(node, ast.Module):
            node.body.append(ast.copy_location(ast.Pass(), node))


def _write_zip(entries: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), entries[name])
    return out.getvalue()


def _check_patterns(files: Iterable[str], patterns: Iterable[str]) -> None:
    for pattern in patterns:
        # Patterns with a star first are meant for every wheel alike; the others name something that has to be there.
        if not pattern.startswith("*") and not fnmatch.filter(files, pattern):
            raise LookupError(f"the pattern {pattern!r} matches no file")


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
