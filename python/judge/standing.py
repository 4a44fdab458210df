"""A pytest session that stands ready before a request is known, and goes on when one comes.

Reading options, registering plugins and looking through them for fixtures is a third of a small
run, and the same for every request that brings no plugins of its own. It leans on a few of pytest's
private names, which its pinned version has; the goldens run both ways and must agree.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from _pytest import config as pytest_config
from _pytest import main as pytest_main
from _pytest.assertion import rewrite

from judge.coroutines import CoroutineTests
from judge.plugin import JudgePlugin

_VERSION = "PYTEST_VERSION"


class StandingSession:
    """Serves one run. Between its making and its end, hooks and filters of pytest are in place."""

    def __init__(self, arguments: Sequence[str], root: str) -> None:
        """`arguments`: of pytest, without test files. `root` must exist and be the current folder.

        Raises what pytest raises about its arguments.
        """
        self.root = root
        self.plugin = JudgePlugin()
        self._rewritten: dict[str, tuple[bytes, tuple[bytes, CodeType]]] = {}
        self._config = _versioned(
            pytest_config._prepareconfig, list(arguments), [self.plugin, CoroutineTests()]
        )
        try:
            self._session = pytest.Session.from_config(self._config)
            self._config._do_configure()
            self._config.hook.pytest_sessionstart(session=self._session)
        except BaseException:
            self.dismiss()
            raise

    def rehearse(self, files: Mapping[str, bytes]) -> None:
        """Rewrites and compiles test files (by absolute path) that a run is likely to bring."""
        for path, source in files.items():
            os.makedirs(os.path.dirname(path), exist_ok=True)
            Path(path).write_bytes(source)
            try:
                self._rewritten[path] = (source, _rewrite(Path(path), self._config))
            except (SyntaxError, ValueError, RecursionError):
                continue  # The run itself says so, to who can read it.
            finally:
                Path(path).unlink()

    def run(self, files: Sequence[str]) -> int | pytest.ExitCode:
        """As `pytest.main` with these files, from where the session stands."""
        return _versioned(self._run, list(files))

    def dismiss(self) -> None:
        """Takes all of pytest's hooks and filters away again."""
        self._config._ensure_unconfigure()

    def _run(self, files: list[str]) -> int | pytest.ExitCode:
        config: Any = self._config
        config.args = config.option.file_or_dir = files
        session = pytest_main.Session
        from_config = session.__dict__["from_config"]

        def hand_over(_config: pytest.Config) -> pytest.Session:
            # Once: a test may start a pytest of its own.
            session.from_config = from_config  # type: ignore[method-assign]
            return self._session

        session.from_config = hand_over  # type: ignore[method-assign, assignment]
        rewrite._rewrite_test = self._find_rewritten
        try:
            return pytest_main.wrap_session(_Started(config), pytest_main._main)  # type: ignore[arg-type]
        except pytest.UsageError as error:
            pytest_config.print_usage_error(error, file=sys.stderr)
            return pytest.ExitCode.USAGE_ERROR
        finally:
            rewrite._rewrite_test = _rewrite
            session.from_config = from_config  # type: ignore[method-assign]
            self.dismiss()

    def _find_rewritten(self, path: Path, config: pytest.Config) -> tuple[bytes, CodeType]:
        source, answer = self._rewritten.pop(str(path), (None, None))
        if answer is not None and path.read_bytes() == source:
            return answer
        return _rewrite(path, config)


_rewrite = rewrite._rewrite_test


class _Started:
    """The config as `wrap_session` is to see it: what it begins with has been done."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self.hook = _StartedHooks(config.hook)

    def _do_configure(self) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self._config, name)


class _StartedHooks:
    def __init__(self, hooks: object) -> None:
        self._hooks = hooks

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hooks, name)


def _versioned(call: Any, *arguments: Any) -> Any:
    """What pytest tells the code that it loads: that it is pytest who does."""
    before = os.environ.get(_VERSION)
    os.environ[_VERSION] = pytest.__version__
    try:
        return call(*arguments)
    finally:
        if before is None:
            os.environ.pop(_VERSION, None)
        else:
            os.environ[_VERSION] = before
