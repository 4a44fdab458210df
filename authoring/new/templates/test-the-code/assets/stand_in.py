"""Runs the learner's tests while another module stands in for the one they import."""

import importlib
import sys

import pytest


def failing_tests(name, stand_in, test_module="test_basket"):
    """Return the names of the tests that fail while `stand_in` is what `import name` gives."""
    before = {module: sys.modules.pop(module, None) for module in (name, test_module)}
    sys.modules[name] = stand_in
    try:
        tests = importlib.import_module(test_module)
        return [test.__name__ for test in _find(tests) if not _passes(test)]
    finally:
        for module, old in before.items():
            sys.modules.pop(module, None)
            if old is not None:
                sys.modules[module] = old


def count_tests(test_module="test_basket"):
    """Return how many tests the learner has written."""
    return len(_find(importlib.import_module(test_module)))


def _find(module):
    return [item for name, item in vars(module).items() if name.startswith("test_") and callable(item)]


def _passes(test):
    try:
        test()
    except (Exception, pytest.fail.Exception):  # the latter is none of the former
        return False
    return True
