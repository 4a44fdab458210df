"""Runs the golden folders of the judge, natively or inside the browser's interpreter.

A folder holds `case.json` (keys of a run request that differ from the usual ones, and `files`
given inline where their exact bytes matter), `files/` (laid out as they are) and `expected.json`.
`python run_goldens.py <folder of cases>` prints the problems; `--record` writes what it saw.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

Json = Any

_USUAL: dict[str, Json] = {
    "slug": "golden",
    "mode": "all",
    "editable": ["solution.py"],
    "starter": [],
    "only": [],
    "packages": [],
    "clock": "real",
    "keepGc": False,
    "limits": {"seconds": 60, "outputCharacters": 2_000},
}


def case_names(folder: str) -> list[str]:
    """The cases in a folder, sorted."""
    return sorted(path.parent.name for path in Path(folder).glob("*/case.json"))


def missing_package(folder: str, name: str) -> str | None:
    """The module a case needs that this interpreter does not have."""
    needed = _read_case(Path(folder) / name).get("requires", [])
    return next((module for module in needed if importlib.util.find_spec(module) is None), None)


def check_goldens(folder: str) -> str:
    """JSON list of problems, each {"case", "problem"}; `[]` when all is as recorded."""
    problems: list[Json] = []
    for name in case_names(folder):
        if missing_package(folder, name) is None:
            problems += [{"case": name, "problem": text} for text in check_case(folder, name)]
    return json.dumps(problems)


def check_case(folder: str, name: str) -> list[str]:
    """Sentences on what differs from `expected.json`."""
    case = Path(folder) / name
    expected_file = case / "expected.json"
    if not expected_file.is_file():
        return ["There is no expected.json: record it."]
    expected = json.loads(expected_file.read_text("utf-8"))
    problems: list[str] = []
    for stands_ready in (False, True):
        seen, disagreements = run_case(case, stands_ready)
        label = f"{name} (pytest stood ready)" if stands_ready else name
        problems += disagreements + _differences(expected, seen, label)
    return problems


def record_case(folder: str, name: str) -> None:
    seen, problems = run_case(Path(folder) / name)
    if problems:
        raise SystemExit(f"{name}: {problems}")
    text = json.dumps(seen, indent=2, ensure_ascii=True) + "\n"
    (Path(folder) / name / "expected.json").write_text(text, "utf-8")


def run_case(case: Path, stands_ready: bool = False) -> tuple[Json, list[str]]:
    """What the judge said, normalised, and where its events and its report disagree.

    `stands_ready`: pytest's session was started, and the tests compiled, before the request came.
    """
    import judge
    from judge.layout import forget_folder
    from judge.session import stand_ready

    wanted = _read_request(case)
    request = json.dumps(wanted)
    root = tempfile.mkdtemp(prefix="golden-")
    events: list[Json] = []
    try:
        if stands_ready:
            stand_ready(root)
            tests = [file for file in wanted["files"] if file["path"] in wanted["testFiles"]]
            judge.rehearse(json.dumps([file for file in tests if "text" in file]))
        report = json.loads(
            judge.run(request, lambda event: events.append(json.loads(event)), root)
        )
        forget_folder(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    disagreements = _disagreements(events, report)
    if _read_case(case).get("anyColumns"):
        # Where a `with` or `await` is said to stand differs from one Python to the next.
        _drop_columns(report)
    seen = {
        "report": _normalise(report, str(Path(root).resolve())),
        "events": [_short_event(event) for event in events],
    }
    if _read_case(case).get("keepEvents"):
        seen["fullEvents"] = _normalise(events, str(Path(root).resolve()))
    return seen, disagreements


def _read_case(case: Path) -> Json:
    return json.loads((case / "case.json").read_text("utf-8"))


def _read_request(case: Path) -> Json:
    settings = _read_case(case)
    for key in ("about", "requires", "keepEvents", "anyColumns"):
        settings.pop(key, None)
    laid_out = case / "files"
    files = [
        {"path": path.relative_to(laid_out).as_posix(), "text": path.read_bytes().decode("utf-8")}
        for path in sorted(laid_out.rglob("*.py"))
    ]
    files += settings.pop("files", [])
    names = [file["path"] for file in files]
    tests = [name for name in names if name.rpartition("/")[2].startswith("test_")]
    return {**_USUAL, "files": files, "testFiles": tests, **settings}


def _short_event(event: Json) -> str:
    detail = (
        event.get("id") or event.get("test", {}).get("id") or event.get("error", {}).get("file")
    )
    return f"{event['type']} {detail or len(event['tests'])}"


def _disagreements(events: list[Json], report: Json) -> list[str]:
    by_type: dict[str, list[Json]] = {}
    for event in events:
        by_type.setdefault(event["type"], []).append(event)
    planned = [event["tests"] for event in by_type.get("planned", [])]
    finished = [event["test"] for event in by_type.get("finished", [])]
    failed = [event["error"] for event in by_type.get("collection-failed", [])]
    problems = []
    if planned and planned != [report["planned"]]:
        problems.append("The planned event differs from the report.")
    if finished != report["tests"]:
        problems.append("The finished events differ from the report.")
    if failed != report["collectionErrors"]:
        problems.append("The collection-failed events differ from the report.")
    return problems


def _normalise(value: Json, root: str, key: str = "") -> Json:
    """Takes out what may differ from run to run and from one Python to the next."""
    if isinstance(value, dict):
        return {name: _normalise(item, root, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_normalise(item, root, key) for item in value]
    if key == "seconds":
        return 0
    if key in ("python", "pytest"):
        return "*"
    if key == "foldedFrames":
        return min(value, 1)
    if key == "traceback":
        return "…" if value else ""
    if isinstance(value, str):
        value = re.sub(r"\bTask-\d+", "Task-N", value.replace(root, "ROOT"))
        return re.sub(r"0x[0-9a-f]{4,}", "0x…", value)
    return value


def _drop_columns(value: Json) -> None:
    if isinstance(value, dict):
        for key in ("column", "endColumn", "endLine"):
            if key in value:
                value[key] = None
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _drop_columns(item)


def _differences(expected: Json, seen: Json, path: str) -> list[str]:
    if isinstance(expected, dict) and isinstance(seen, dict):
        keys = sorted({*expected, *seen})
        pairs = [(expected.get(key), seen.get(key), f"{path}.{key}") for key in keys]
    elif isinstance(expected, list) and isinstance(seen, list) and len(expected) == len(seen):
        pairs = [(*pair, f"{path}[{i}]") for i, pair in enumerate(zip(expected, seen, strict=True))]
    else:
        return [] if expected == seen else [f"{path}: expected {expected!r}, saw {seen!r}"]
    return [line for pair in pairs for line in _differences(*pair)]


def main(arguments: list[str]) -> int:
    import kernel

    kernel.install()
    folder = next(argument for argument in arguments if not argument.startswith("--"))
    if "--record" in arguments:
        for name in case_names(folder):
            if missing_package(folder, name) is None:
                record_case(folder, name)
        return 0
    problems = check_goldens(folder)
    print(problems)
    return 0 if problems == "[]" else 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(main(sys.argv[1:]))
