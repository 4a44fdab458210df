"""What modules that were imported before the sockets came left out of themselves."""

from __future__ import annotations

import asyncio
import importlib.util
from asyncio import streams
from types import FunctionType
from typing import Any


def add_unix_streams() -> None:
    """`asyncio.streams` defines its functions for Unix sockets only where there are such."""
    spec = importlib.util.find_spec("asyncio.streams")
    if spec is None or spec.loader is None or hasattr(asyncio, "open_unix_connection"):
        return
    fresh: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    module: Any = asyncio
    for name in ("open_unix_connection", "start_unix_server"):
        made = getattr(fresh, name)
        # The functions belong to the module that everybody has, with its classes.
        function = FunctionType(
            made.__code__, streams.__dict__, name, made.__defaults__, made.__closure__
        )
        function.__kwdefaults__ = made.__kwdefaults__
        function.__doc__ = made.__doc__
        setattr(streams, name, function)
        setattr(module, name, function)
        if name not in module.__all__:
            streams.__all__ += (name,)  # type: ignore[operator, misc]
            module.__all__ += (name,)
