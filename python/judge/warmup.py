"""Everything that can be done before a request is known, so that a run starts at once."""

from __future__ import annotations

import contextlib
import gc
import importlib
import itertools
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence

from judge.layout import forget_folder
from judge.session import run, stand_ready

_SOLUTION = """
import asyncio


async def double(value):
    await asyncio.sleep(0)
    return 2 * value


def halve(value):
    return value / 2
"""

_TESTS = """
import logging

import pytest

from solution import double, halve


@pytest.fixture
def numbers():
    yield [1, 2, 3]


@pytest.mark.parametrize("value, half", [(2, 1), (4, 2)])
def test_passes(value, half, numbers, capsys, caplog, monkeypatch, tmp_path):
    print("out")
    logging.getLogger("warm").warning("up")
    assert halve(value) == half


def test_list_fails(numbers):
    assert [halve(number) for number in numbers] == [1, 2, 3], "a note"


def test_text_fails():
    assert "one\\ntwo\\nthree" == "one\\n2\\nthree"


def test_raises():
    with pytest.raises(ZeroDivisionError, match="division"):
        1 / 0


@pytest.mark.skip(reason="warm")
def test_skipped():
    pass


@pytest.mark.xfail
def test_expected_failure():
    raise ValueError("warm")


async def test_coroutine():
    assert await double(2) == 4


async def test_coroutine_fails():
    assert await double(2) == 5
"""

#: Enough to warm up what another clock needs besides.
_ONE_TEST = "test_warm.py::test_coroutine"

_BROKEN = "def broken(:\n    pass\n"


#: Where pytest looks for the place of its temporary folders.
_TEMPORARY = "PYTEST_DEBUG_TEMPROOT"

#: What challenges import of the packages they ask for. pytest's plugins are not among them: pytest
#: wants to be the one who imports those.
_MODULES_OF_PACKAGE = {
    "flask": ("flask", "flask.testing"),
    "sqlalchemy": ("sqlalchemy.orm", "sqlalchemy.dialects.sqlite.pysqlite", "sqlite3"),
    "dramatiq": ("dramatiq", "dramatiq.brokers.stub"),
    "anyio": ("anyio", "anyio._backends._asyncio"),
}


def prepare(packages: str = "", root: str | None = None) -> None:
    """Imports pytest and warms it up on tiny suites; nothing of them stays behind.

    `packages`: names of package groups that are there, with spaces between. With `root`, where the
    run's files will be, the run's pytest session is started already. Ends with the
    collector's permanent generation holding all that exists. Raises RuntimeError when the suites
    do not give the results they must: such an interpreter is not fit for a run.
    """
    for package in packages.split():
        for module in _MODULES_OF_PACKAGE.get(package, ()):
            importlib.import_module(module)
    folder = tempfile.mkdtemp(prefix="warm-")
    warm = os.path.join(folder, "run")
    try:
        with _folders_below(folder):
            outcomes = _warm(warm, _SOLUTION, "real")
            outcomes += _warm(warm, _SOLUTION, "virtual", only=[_ONE_TEST])
            _warm(warm, _BROKEN, "real")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    expected = (
        ["passed"] * 2 + ["failed"] * 2 + ["passed", "skipped", "xfailed", "passed", "failed"]
    )
    if outcomes != [*expected, "passed"]:
        raise RuntimeError(f"The warm-up run gave unexpected results: {outcomes}")
    if root is not None:
        stand_ready(root)
    # The learner's first thread is Thread-1, whatever the checks before it have started.
    threading._counter = itertools.count(1).__next__  # type: ignore[attr-defined]
    gc.collect()
    gc.freeze()


@contextlib.contextmanager
def _folders_below(folder: str) -> Iterator[None]:
    """`tmp_path` makes its folders there: the first of the learner's own is the first there is."""
    os.environ[_TEMPORARY] = folder
    try:
        yield
    finally:
        del os.environ[_TEMPORARY]


def _warm(root: str, solution: str, clock: str, only: Sequence[str] = ()) -> list[str]:
    request = json.dumps(
        {
            "files": [
                {"path": "solution.py", "text": solution},
                {"path": "test_warm.py", "text": _TESTS},
            ],
            "editable": ["solution.py"],
            "starter": [{"path": "solution.py", "text": ""}],
            "testFiles": ["test_warm.py"],
            "only": list(only),
            "packages": [],
            "clock": clock,
            "keepGc": False,
            "limits": {"outputCharacters": 1_000},
        }
    )
    report = json.loads(run(request, lambda event: None, root))
    forget_folder(root)
    return [test["outcome"] for test in report["tests"]]
