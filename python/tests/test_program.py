"""A file as `__main__`, natively: what it sees, what it prints, and how it ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from judge.layout import forget_folder
from judge.live import LivePrinter
from judge.program import run_program
from judge.request import RequestError
from judge.session import run
from kernel import keyboard


@pytest.fixture(autouse=True)
def main_kept(tmp_path: Path) -> Iterator[None]:
    """The program takes the place of the test runner's own main module."""
    main, arguments, path = sys.modules["__main__"], sys.argv, list(sys.path)
    yield
    sys.modules["__main__"], sys.argv, sys.path[:] = main, arguments, path
    forget_folder(str(tmp_path))


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    # Ending threads and exit functions is for interpreters that end.
    monkeypatch.setattr("judge.program.finish", lambda: None)

    def call(source: str, lines: list[str] | None = None) -> tuple[str, str, dict[str, Any]]:
        given = list(lines or [])
        monkeypatch.setattr(keyboard, "_port", _Lines(given))
        events: list[dict[str, Any]] = []
        report = run_program(
            request(source), lambda text: events.append(json.loads(text)), str(tmp_path)
        )

        def said(stream: str) -> str:
            return "".join(e["text"] for e in events if e.get("stream") == stream)

        return said("stdout"), said("stderr"), json.loads(report)

    return call


class _Lines:
    needsListening = False

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def take(self) -> str | None:
        return self._lines.pop(0) if self._lines else ""


def request(source: str, **changes: Any) -> str:
    return json.dumps(
        {
            "files": [{"path": "pkg/test_program.py", "text": source}],
            "editable": ["pkg/test_program.py"],
            "starter": [],
            "testFiles": [],
            "only": [],
            "packages": [],
            "clock": "real",
            "keepGc": False,
            "limits": {"outputCharacters": 100},
            "program": "pkg/test_program.py",
            **changes,
        }
    )


def test_reads_typed_lines(play: Callable[..., Any]) -> None:
    out, _, report = play("print(input('a '), input())\ninput()\n", ["1\n", "2\n"])
    assert out == "a 1 2\n"
    assert (report["exitCode"], report["error"]["type"]) == (1, "EOFError")


def test_its_folder_is_first_on_the_path(play: Callable[..., Any]) -> None:
    out, _, _ = play("import sys, os\nprint(os.path.basename(sys.path[0]), len(sys.argv))\n")
    assert out == "pkg 1\n"


def test_output_beyond_the_limit_is_counted(play: Callable[..., Any]) -> None:
    out, _, report = play("print('x' * 250, end='')\n")
    assert (len(out), report["droppedCharacters"]) == (100, 150)


def test_an_own_excepthook_is_asked(play: Callable[..., Any]) -> None:
    source = "import sys\nsys.excepthook = lambda *a: print('mine', a[0].__name__)\n1 / 0\n"
    try:
        out, _, report = play(source)
    finally:
        sys.excepthook = sys.__excepthook__
    assert (out, report["exitCode"]) == ("mine ZeroDivisionError\n", 1)


def test_a_program_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"no file named 'other\.py'"):
        run_program(request("", program="other.py"), lambda text: None, str(tmp_path))


def test_every_test_finds_the_given_input(tmp_path: Path) -> None:
    source = (
        "import io, sys\n\n"
        "def test_one():\n    assert [input(), input()] == ['a', 'b']\n\n"
        "def test_two():\n    assert sys.stdin.read() == 'a\\nb\\n'\n\n"
        "def test_own(monkeypatch):\n"
        "    monkeypatch.setattr('sys.stdin', io.StringIO('mine\\n'))\n"
        "    assert input('? ') == 'mine'\n"
    )
    asked = request(source, testFiles=["pkg/test_program.py"], stdin="a\nb\n")
    report = json.loads(run(asked, lambda text: None, str(tmp_path)))
    assert [test["outcome"] for test in report["tests"]] == ["passed"] * 3


def test_what_the_browser_lacks_is_skipped(tmp_path: Path) -> None:
    source = (
        "import pytest\n\n"
        "@pytest.mark.needs('threads')\ndef test_threads():\n    assert False\n\n"
        "@pytest.mark.needs('processes')\ndef test_processes():\n    pass\n"
    )
    asked = request(source, testFiles=["pkg/test_program.py"], missing=["threads"])
    report = json.loads(run(asked, lambda text: None, str(tmp_path)))
    assert [(test["outcome"], test["skipReason"]) for test in report["tests"]] == [
        ("skipped", "This browser has no threads."),
        ("passed", ""),
    ]
    assert report["warnings"] == []


def test_the_last_that_is_kept_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("judge.live._now", lambda: 0.0)
    told: list[str] = []
    printer = LivePrinter(1_000, lambda event: told.append(event.get("text", "")))
    for _ in range(2_000):
        printer.print("stdout", "x")
    assert "".join(told) == "x" * 1_000
    assert printer.dropped == 1_000
