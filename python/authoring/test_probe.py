"""Laid out as the only test of a run: reads one question and prints the answer as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from authoring.mutations import make_mutations
from authoring.names import find_strangers


def test_probe() -> None:
    """The answer is the test's output; a question that cannot be answered fails it."""
    question = json.loads(Path("question.json").read_text("utf-8"))
    print(json.dumps(_answer(question)))


def _answer(question: dict[str, Any]) -> Any:
    if question["kind"] == "names":
        strangers = find_strangers(question["starters"], question["tests"])
        return [asdict(stranger) for stranger in strangers]
    if question["kind"] == "mutations":
        return [
            {"path": path, **asdict(mutation)}
            for path, source in question["sources"].items()
            for mutation in make_mutations(source)
        ]
    raise ValueError(f"There is no question named {question['kind']!r}.")
