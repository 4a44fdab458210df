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
    if len(ids) != len(values):
        # Several arguments share one id: a custom id, or one per parametrize call.
        return ", ".join(map(_shorten, ids))
    return ", ".join(_readable(id_, *value) for id_, value in zip(ids, values, strict=True))


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
