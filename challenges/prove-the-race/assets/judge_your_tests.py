"""Runs your tests while another module stands in for `hall`."""

import importlib
import sys
import threading
from itertools import product

_TESTS = "test_hall"


def failing_tests(stand_in):
    """The names of your tests that fail while `import hall` gives `stand_in`."""
    return list(_failures(stand_in))


def first_failing(stand_in):
    """The name of the first of your tests that fails then, or None. The others are not run."""
    failures = _failures(stand_in)
    try:
        return next(failures, None)
    finally:
        failures.close()


def _failures(stand_in):
    before = {name: sys.modules.pop(name, None) for name in ("hall", _TESTS)}
    sys.modules["hall"] = stand_in
    try:
        for test in _find(importlib.import_module(_TESTS)):
            if not _passes(test):
                yield test.__name__
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


def _passes(test):
    for arguments in _cases(test):
        try:
            test(**arguments)
        except KeyboardInterrupt:
            raise
        except BaseException:
            # Whatever ends a test early: an assert, an error, pytest.fail, a deadlock.
            return False
        if threading.active_count() > 1:
            left = [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]
            raise AssertionError(
                f"{test.__name__} has ended, and {', '.join(left)} still run: start threads inside a schedule, "
                "and join them there"
            )
    return True


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
