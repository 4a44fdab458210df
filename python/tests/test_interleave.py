"""The learner's schedules where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from interleave import Schedule, ScriptResult, ScriptTimeout, explore, run_script, schedule, seeds
from interleave.asked import Asked, asking, in_test, only_asked


def test_native_python_is_told_apart() -> None:
    with pytest.raises(RuntimeError, match="exist in the browser"), schedule(seed=1):
        pass
    with pytest.raises(RuntimeError, match="exist in the browser"):
        explore(lambda: 1, bool, [1])


def test_seeds_are_those_asked_for() -> None:
    assert seeds() == tuple(range(20))
    with asking(Asked((4, 5, 6), replay=5)):
        assert seeds() == (4, 5, 6)
        with in_test():
            assert seeds() == (5,)
            assert list(only_asked(range(10))) == [5]
            # A test that never tried the seed is not the one that is being replayed.
            assert list(only_asked([7, 8])) == [7, 8]
    assert seeds() == tuple(range(20))


def test_a_replayed_plan_leaves_the_seeds_alone() -> None:
    with asking(Asked((4, 5), replay=Schedule("3:1"))), in_test():
        assert seeds() == (4, 5)
        assert list(only_asked([1, 2])) == [1, 2]


def write(folder: Path, source: str) -> Path:
    path = folder / "program.py"
    path.write_text(source, encoding="utf-8")
    return path


def test_a_script_tells_what_it_printed_and_how_it_ended(tmp_path: Path) -> None:
    path = write(tmp_path, "import sys\nprint(__name__, input())\nsys.exit('no')\n")
    assert run_script(path, stdin="Grüße\n") == ScriptResult("__main__ Grüße\n", "no\n", 1)


def test_a_script_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = write(tmp_path, "print('on', flush=True)\nwhile True:\n    pass\n")
    with pytest.raises(ScriptTimeout, match="not come to its end after 1 seconds") as caught:
        run_script(path, timeout=1)
    assert caught.value.stdout == "on\n"


def test_a_script_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError, match=r"There is no file 'nothing\.py' to run"):
        run_script("nothing.py")
