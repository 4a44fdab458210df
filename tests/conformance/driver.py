"""Runs one module of a unittest suite, test by test, and tells how each one ended.

Under pytest (in the product) every test of the module is one item; the plan lies beside this file
as `conformance.json`. As a program (natively) it takes the plan and the file to write to:
`python driver.py PLAN_JSON RESULTS_FILE`.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
import os
import sys
import unittest
from collections.abc import Iterator
from typing import Any

#: Begins the line that carries a test's record among what the test itself printed.
MARK = "\x1e"
_MAX_TEXT = 6_000
_write = os.write


class Record(unittest.TestResult):
    """Hears how the tests end; asked for one test's outcome at a time."""

    def __init__(self) -> None:
        super().__init__()
        #: The suite's own fixtures are entered and left as if all tests ran in one go.
        self._testRunEntered = True
        self._heard: list[tuple[str, str]] = []
        self._fixture: tuple[str, str] | None = None
        self._fixture_owner: object = None

    def take(self, test: unittest.TestCase) -> dict[str, str]:
        """The outcome of the test that has just ended."""
        heard, self._heard = self._heard, []
        if not heard and self._fixture is not None and self._fixture_owner in _owners(test):
            heard = [self._fixture]
        kinds = [kind for kind, _ in heard]
        for kind in ("error", "failed", "passed", "skipped"):
            if kind in kinds:
                texts = [text for heard_kind, text in heard if heard_kind == kind]
                return {"outcome": kind, "text": "\n".join(texts)[:_MAX_TEXT]}
        return {"outcome": "error", "text": "The test ended without an outcome."}

    def addSuccess(self, test: Any) -> None:
        self._heard.append(("passed", ""))

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        self._heard.append(("passed", ""))

    def addUnexpectedSuccess(self, test: Any) -> None:
        self._heard.append(("failed", "The test was expected to fail, but it passed."))

    def addSkip(self, test: Any, reason: str) -> None:
        self._hear(test, "skipped", reason)

    def addError(self, test: Any, err: Any) -> None:
        self._hear(test, "error", self._text(test, err))

    def addFailure(self, test: Any, err: Any) -> None:
        self._hear(test, "failed", self._text(test, err))

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        if err is not None:
            kind = "failed" if issubclass(err[0], test.failureException) else "error"
            self._hear(subtest, kind, f"{subtest}\n{self._text(test, err)}")

    def _hear(self, test: Any, kind: str, text: str) -> None:
        self._heard.append((kind, text))
        if not isinstance(test, unittest.TestCase):
            # A class's or a module's fixture: none of its tests will run.
            self._fixture = kind, text
            self._fixture_owner = test.id().partition("(")[2].rstrip(")")

    def _text(self, test: Any, err: Any) -> str:
        try:
            return self._exc_info_to_string(err, test)  # type: ignore[attr-defined]
        except Exception as problem:
            return f"{err[0].__name__}: {err[1]} (no traceback: {problem!r})"


class Plan:
    """The tests of one module, by name, in the suite's order."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._module = plan["module"]
        self._record = Record()
        self.tests: dict[str, unittest.TestCase] = {}
        self.skip_reason = ""
        self._load(plan["classes"], frozenset(plan["without"]))
        names = list(self.tests)
        kinds = [type(test) for test in self.tests.values()]
        #: The last test of each class.
        self._last_ones = {
            name for name, kind, following in zip(names, kinds, [*kinds[1:], None]) if kind is not following
        }
        self._is_in_product = plan["lift"]

    def _load(self, classes: list[str], without: frozenset[str]) -> None:
        try:
            module = importlib.import_module(self._module)
        except unittest.SkipTest as skip:
            self.skip_reason = str(skip) or "no reason given"
            return
        seen: dict[str, int] = {}
        for test in _flatten(unittest.defaultTestLoader.loadTestsFromModule(module)):
            name = test.id().removeprefix(self._module + ".")
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                name += f"#{seen[name]}"
            if name not in without and (not classes or name.partition(".")[0] in classes):
                self.tests[name] = test

    def run(self, name: str) -> dict[str, str]:
        """Runs one test; a class's last one leaves the class's fixtures too, and the last of all
        the module's."""
        test = self.tests[name]
        suite: Any = unittest.TestSuite([test])
        suite.run(self._record)
        if name in self._last_ones:
            self._leave_class(suite, type(test))
        if name == next(reversed(self.tests)):
            suite._handleModuleTearDown(self._record)
        outcome = self._record.take(test)
        self.tests[name] = None  # type: ignore[assignment]
        return {"id": name, **outcome}

    def _leave_class(self, suite: Any, kind: type) -> None:
        record: Any = self._record
        suite._tearDownPreviousClass(None, record)
        # unittest finds the module by the class before, and must not leave that one twice.
        record._previousTestClass = type("Left", (), {"__module__": kind.__module__})
        if self._is_in_product:
            end_leftovers()


#: Taken back of what the suite leaves out on this platform, but for processes.
_LIFTED = {
    "__init__.py": "is_emscripten = is_wasm32 = False\nhas_socket_support = True\n",
    "threading_helper.py": "can_start_thread = True\n",
}


def lift_guards() -> None:
    """In the suite's own files, because its child processes import them too."""
    support = os.path.join(os.path.dirname(__file__), "test", "support")
    for name, lines in _LIFTED.items():
        with open(os.path.join(support, name), "a", encoding="utf-8") as file:
            file.write(f"\n{lines}")


def end_leftovers() -> None:
    """What failed tests left running would take the interpreters that later ones need."""
    importlib.import_module("kernel.threads").end_leftovers(frozenset())
    importlib.import_module("kernel.processes").end_children(frozenset())


def _choose_resources() -> None:
    # Neither network nor gigabytes nor hours, as the suite's own runner does by default.
    support: Any = importlib.import_module("test.support")
    support.use_resources = []
    support.verbose = 0


def _flatten(suite: Any) -> Iterator[unittest.TestCase]:
    if isinstance(suite, unittest.TestSuite):
        for part in suite:
            yield from _flatten(part)
    else:
        yield suite


def _owners(test: unittest.TestCase) -> tuple[str, str]:
    kind = type(test)
    return f"{kind.__module__}.{kind.__qualname__}", kind.__module__


def _read_plan(text: str) -> Plan:
    plan = json.loads(text)
    # Before anything imports the files that this adds to.
    if plan["lift"]:
        lift_guards()
    _choose_resources()
    return Plan(plan)


# --- under pytest

_plan: Plan | None = None


def pytest_generate_tests(metafunc: Any) -> None:
    global _plan
    place = os.path.join(os.path.dirname(__file__), "conformance.json")
    with open(place, encoding="utf-8") as file:
        _plan = _read_plan(file.read())
    metafunc.parametrize("name", list(_plan.tests) or [""])


if importlib.util.find_spec("pytest"):

    @importlib.import_module("pytest").fixture(scope="module")
    def longer_than_a_test() -> None:
        """Lets what a class's fixture started outlive the class's first test."""


def test_unit(name: str, longer_than_a_test: None) -> None:
    """Always passes: what happened is in the record that it writes."""
    assert _plan is not None
    skipped = {"id": "", "outcome": "skipped", "text": _plan.skip_reason}
    # Handlers of pytest's would keep logging's last resort from stderr, where the suite looks.
    handlers, logging.root.handlers[:] = logging.root.handlers[:], []
    record = _plan.run(name) if name else skipped
    logging.root.handlers[:] = handlers
    _write(1, f"\n{MARK}{json.dumps(record)}\n".encode())


# --- as a program


def main(plan_text: str, results: str) -> None:
    descriptor = os.open(results, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(**record: str) -> None:
        _write(descriptor, json.dumps(record).encode() + b"\n")

    given = json.loads(plan_text)
    # A suite may lie inside a library; the modules that are asked for come before that.
    sys.path[:0] = [*given["library"], given["folder"]]
    plan = _read_plan(plan_text)
    if plan.skip_reason:
        tell(id="", outcome="skipped", text=plan.skip_reason)
    for name in list(plan.tests):
        tell(started=name)
        tell(**plan.run(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
