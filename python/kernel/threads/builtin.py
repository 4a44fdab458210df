"""A function in Python that stands for one in C, also where the difference shows."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

__no_switch__ = True


class BuiltinLike:
    """Pickled by name, and no method of a class whose attribute it is: `pause = time.sleep`."""

    def __init__(self, function: Callable[..., Any], module: ModuleType) -> None:
        self._function = function
        self._module = module
        self.__name__ = self.__qualname__ = function.__name__
        self.__doc__ = function.__doc__
        self.__module__ = module.__name__
        self.__self__ = module

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._function(*args, **kwargs)

    def __repr__(self) -> str:
        return f"<built-in function {self.__name__}>"

    def __reduce__(self) -> tuple[Any, ...] | str:
        return self.__name__

    def __copy__(self) -> BuiltinLike:
        return self

    def __deepcopy__(self, memo: object) -> BuiltinLike:
        return self
