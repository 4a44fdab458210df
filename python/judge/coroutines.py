"""Runs `async def` tests that no other plugin has claimed, each in an event loop of its own."""

from __future__ import annotations

import inspect
from asyncio import Runner

import pytest

_CLAIMED_BY = ("asyncio", "anyio", "trio")


class CoroutineTests:
    """A pytest plugin."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        if not inspect.iscoroutinefunction(pyfuncitem.obj):
            return None
        if any(pyfuncitem.get_closest_marker(name) for name in _CLAIMED_BY):
            return None
        names = pyfuncitem._fixtureinfo.argnames
        arguments = {name: pyfuncitem.funcargs[name] for name in names}
        with Runner() as runner:
            runner.run(pyfuncitem.obj(**arguments))
        return True
