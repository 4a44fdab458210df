"""Every golden folder gives what was recorded, in an interpreter of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/case.json"))


@pytest.fixture(scope="module")
def problems():
    """One interpreter for all cases: that they do not disturb each other is part of the test."""
    script = [sys.executable, str(HERE / "run_goldens.py"), str(GOLDEN)]
    done = subprocess.run(script, capture_output=True, text=True, timeout=300, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_there_are_cases():
    assert len(CASES) >= 20


@pytest.mark.parametrize("name", CASES)
def test_case(name, problems):
    case = json.loads((GOLDEN / name / "case.json").read_text("utf-8"))
    for module in case.get("requires", []):
        pytest.importorskip(module)
    assert [entry["problem"] for entry in problems if entry["case"] == name] == []
