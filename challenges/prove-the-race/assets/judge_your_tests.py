"""Runs your tests while another module stands in for `hall`."""

import importlib
import sys
import threading
import traceback
from itertools import product

_TESTS = "test_hall"


def failing_tests(stand_in):
    """The names of your tests that fail while `import hall` gives `stand_in`."""
    return [name for name, _ in _failures(stand_in)]


def complaints(stand_in):
    """What your tests say against `stand_in`: one line for each that fails, with the place and the reason."""
    return [_describe(name, error) for name, error in _failures(stand_in)]


def first_failing(stand_in):
    """The name of the first of your tests that fails then, or None. The others are not run."""
    failures = _failures(stand_in)
    try:
        return next((name for name, _ in failures), None)
    finally:
        failures.close()


def _failures(stand_in):
    before = {name: sys.modules.pop(name, None) for name in ("hall", _TESTS)}
    sys.modules["hall"] = stand_in
    try:
        for test in _find(importlib.import_module(_TESTS)):
            error = _error_of(test)
            if error is not None:
                yield test.__name__, error
    finally:
        for name, module in before.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module


def count_tests():
    """How many tests you have written."""
    return len(_find(importlib.import_module(_TESTS)))


def _find(module):
    return [item for name, item in vars(module).items() if name.startswith("test_") and callable(item)]


def _error_of(test):
    """What ended the test early, or None."""
    for arguments in _cases(test):
        try:
            test(**arguments)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            # Whatever ends a test early: an assert, an error, pytest.fail, a deadlock.
            return error
        if threading.active_count() > 1:
            left = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
            raise AssertionError(
                f"{test.__name__} has ended, and {', '.join(left)} still run: start threads inside a schedule, "
                "and join them there"
            )
    return None


def _describe(name, error):
    """The test, the last line of your file that it came to, and why it ended there."""
    steps = traceback.extract_tb(error.__traceback__)
    lines = [step.lineno for step in steps if step.filename.endswith(f"{_TESTS}.py")]
    where = f", line {lines[-1]}" if lines else ""
    why = "".join(traceback.format_exception_only(error)).strip().splitlines()[0]
    return f"{name}{where}: {why}"


def _cases(test):
    """The arguments of each case that `pytest.mark.parametrize` asks for."""
    sets = []
    for mark in getattr(test, "pytestmark", []):
        if mark.name != "parametrize":
            continue
        names, values = mark.args[:2]
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        sets.append([dict(zip(names, value if len(names) > 1 else [value])) for value in values])
    for chosen in product(*sets):
        yield {name: value for part in chosen for name, value in part.items()}
