"""Threads and child processes that a test leaves behind fail it, by name."""

from __future__ import annotations

import pytest

from judge.record import TestRecord


def record_leftovers(record: TestRecord, names: list[str]) -> None:
    """`names`: of threads that were still alive when the test had ended."""
    if not names:
        return
    if len(names) == 1:
        message = f"The test ended while a thread was still running: {names[0]}. Join it."
    else:
        message = f"The test ended while threads were still running: {', '.join(names)}. Join them."
    record.fail("ThreadLeftRunning", message)


def record_children(record: TestRecord, names: list[str]) -> None:
    """`names`: of child processes that were still alive when the test had ended."""
    if not names:
        return
    if len(names) == 1:
        message = (
            f"The test ended while a child process was still alive: {names[0]}. "
            "Join it, or terminate it."
        )
    else:
        message = (
            f"The test ended while child processes were still alive: {', '.join(names)}. "
            "Join them, or terminate them; leave a pool through its with statement."
        )
    record.fail("ProcessLeftRunning", message)


def has_shared_fixtures(item: pytest.Item) -> bool:
    """Whether a fixture lives longer than the test: its threads are not the test's to end."""
    info = getattr(item, "_fixtureinfo", None)
    if info is None:
        return False
    return any(
        is_shared(definition)
        for definitions in info.name2fixturedefs.values()
        for definition in definitions
    )


def is_shared(definition: pytest.FixtureDef[object]) -> bool:
    """Whether it lives longer than the test that asked for it first."""
    # Fixtures without a base are pytest's own and its plugins'.
    return definition.scope != "function" and bool(definition.baseid)
