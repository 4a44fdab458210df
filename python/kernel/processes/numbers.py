"""Numbers in shared memory are exchanged whole; other bytes one by one."""

from __future__ import annotations

import ctypes
from multiprocessing import sharedctypes
from typing import Any

from kernel.processes.port import the_port

_WORD = 4

_plain_rebuild: Any = sharedctypes.rebuild_ctype  # type: ignore[attr-defined]


def rebuild_ctype(type_: Any, wrapper: Any, length: int | None) -> Any:
    """As the standard library's, and says what lies there."""
    made = _plain_rebuild(type_, wrapper, length)
    element = getattr(type(made), "_type_", type(made))
    is_number = isinstance(element, str) or issubclass(element, ctypes._SimpleCData)
    size = ctypes.sizeof(type(made)) if isinstance(element, str) else ctypes.sizeof(element)
    the_port().setWhole(
        ctypes.addressof(made), ctypes.sizeof(made), is_number and size % _WORD == 0
    )
    return made


def install() -> None:
    """Puts it in the place of `sharedctypes.rebuild_ctype`."""
    names: Any = sharedctypes
    names.rebuild_ctype = rebuild_ctype
    rebuild_ctype.__module__ = sharedctypes.__name__
