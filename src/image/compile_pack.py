"""Compile Python sources to a pack: one stored zip of .pyc files that zipimport can read.

Runs inside the interpreter the pack is for, because bytecode belongs to one version of Python.
Same input, same bytes: entries are sorted, times are fixed, and the hash seed is set by the caller.
"""

import ast
import fnmatch
import importlib.util
import io
import marshal
import types
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.parser import HeaderParser

_UNCHECKED_HASH = 0b01
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)

# Kinds of entries in a table of locations (CPython, InternalDocs/code_objects.md), and how many code units one takes.
_NO_COLUMNS = 13
_NO_LOCATION = 15
_MOST_UNITS = 8


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
    their docstrings. Where no source is there for a traceback to underline, columns are left out.
    """
    _check_patterns(files, (*with_source, *as_source, *without_docs))
    entries: dict[str, bytes] = {}
    for name, data in files.items():
        if not name.endswith(".py") or _matches(name, as_source):
            entries[name] = data
            continue
        try:
            code = _compile(data, f"{mount}/{name}", has_docs=not _matches(name, without_docs))
            entries[f"{name}c"] = _to_pyc(code if _matches(name, with_source) else _without_columns(code))
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


def _compile(source: bytes, filename: str, *, has_docs: bool) -> types.CodeType:
    tree = ast.parse(source, filename)
    if not has_docs:
        _take_docs_away(tree)
    return compile(tree, filename, "exec", dont_inherit=True, optimize=0)


def _to_pyc(code: types.CodeType) -> bytes:
    # A round trip first: marshal marks objects that something else refers to, and before it that could be anything.
    body = marshal.dumps(marshal.loads(marshal.dumps(code)))
    # The hash of the source is never looked at, and no two are alike: it would only take room.
    return importlib.util.MAGIC_NUMBER + _UNCHECKED_HASH.to_bytes(4, "little") + bytes(8) + body


def _without_columns(code: types.CodeType) -> types.CodeType:
    """What `python -X no_debug_ranges` does, here and in all code inside."""
    table = bytearray()
    line = code.co_firstlineno
    for start, end, number in code.co_lines():
        units = (end - start) // 2
        while units > 0:
            length = min(units, _MOST_UNITS)
            kind = _NO_LOCATION if number is None else _NO_COLUMNS
            table.append(0x80 | kind << 3 | length - 1)
            if number is not None:
                table += _signed_varint(number - line)
                line = number
            units -= length
    consts = tuple(
        _without_columns(const) if isinstance(const, types.CodeType) else const for const in code.co_consts
    )
    return code.replace(co_linetable=bytes(table), co_consts=consts)


def _signed_varint(value: int) -> bytes:
    rest = -value << 1 | 1 if value < 0 else value << 1
    out = bytearray()
    while rest >= 0x40:
        out.append(0x40 | rest & 0x3F)
        rest >>= 6
    out.append(rest)
    return bytes(out)


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
