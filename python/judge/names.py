"""Test names in plain words: `test_one_is_enough[1-2]` reads "one is enough (1, 2)"."""

from __future__ import annotations

import re
from typing import Any

import pytest
from _pytest._io.saferepr import saferepr

_MAX_PARAMETER = 60


def plain_name(item: pytest.Item) -> str:
    """Class names lead with a colon; parameters follow in parentheses."""
    name = getattr(item, "originalname", None) or item.name.partition("[")[0]
    words = [*_class_words(item), _function_words(name)]
    parameters = _parameters(item)
    return ": ".join(words) + (f" ({parameters})" if parameters else "")


def _function_words(name: str) -> str:
    return re.sub(r"^test_?", "", name).replace("_", " ").strip() or name


def _class_words(item: pytest.Item) -> list[str]:
    names = [node.name for node in item.listchain() if isinstance(node, pytest.Class)]
    stripped = [re.sub(r"^Test|Tests?$", "", name) or name for name in names]
    return [re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower() for name in stripped]


def _parameters(item: pytest.Item) -> str:
    callspec = getattr(item, "callspec", None)
    if callspec is None:
        return ""
    ids = list(getattr(callspec, "_idlist", None) or [callspec.id])
    values = list(callspec.params.items())
    words: list[str] = []
    for id_ in ids:
        # One id stands for all arguments of its parametrize call, "1-2" for two of them.
        count = _covered(id_, values)
        if count == 0:
            return ", ".join(map(_shorten, ids))
        if count == 1:
            words.append(_readable(id_, *values[0]))
        else:
            words += [_readable(_pattern_id(*value, id_), *value) for value in values[:count]]
        values = values[count:]
    return ", ".join(words)


def _covered(id_: str, values: list[tuple[str, Any]]) -> int:
    """How many of the values the id was made of; 0 when it cannot be told."""
    pattern = ""
    for count, (argument, value) in enumerate(values, start=1):
        pattern += ("-" if pattern else "") + _pattern(argument, value)
        if re.fullmatch(pattern, id_):
            return count
    return 1 if len(values) == 1 else 0


def _pattern(argument: str, value: Any) -> str:
    """What pytest makes of a value in an id: its text, or argument name and number."""
    if value is None or type(value) in (bool, int, float, complex):
        return re.escape(str(value))
    if type(value) is str:
        return re.escape(_escape(value))
    name = getattr(value, "__name__", None)
    named = f"|{re.escape(name)}" if isinstance(name, str) else ""
    return rf"(?:{re.escape(argument)}\d+{named})"


def _pattern_id(argument: str, value: Any, id_: str) -> str:
    """The part of a joint id that belongs to this value."""
    match = re.search(rf"(?:^|-)({_pattern(argument, value)})(?:-|$)", id_)
    return match[1] if match else id_


def _readable(id_: str, argument: str, value: Any) -> str:
    if re.fullmatch(re.escape(argument) + r"\d+", id_):
        text = saferepr(value, maxsize=_MAX_PARAMETER)
        return id_ if re.search(r" at 0x[0-9a-f]+", text) else text
    if type(value) is str and _escape(value) == id_:
        return _shorten(value) if value else "''"
    return _shorten(id_)


def _escape(value: str) -> str:
    return value.encode("unicode_escape").decode("ascii")


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_PARAMETER else text[: _MAX_PARAMETER - 1] + "…"
