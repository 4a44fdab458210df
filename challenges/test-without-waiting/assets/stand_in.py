"""Runs your tests against the helper, or against one with a mistake in it. Given."""

import asyncio
import importlib
import inspect
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

TESTS = "test_retry"


def broken(*changes):
    """Return the module `retrying` with each (old, new) of `changes` applied to its source."""
    source = Path(__file__).with_name("retrying.py").read_text(encoding="utf-8")
    for old, new in changes:
        assert source.count(old) == 1, f"{old!r} stands {source.count(old)} times in retrying.py"
        source = source.replace(old, new)
    module = ModuleType("retrying")
    exec(compile(source, "retrying.py", "exec"), module.__dict__)
    return module


def red_tests(helper=None, order=lambda tests: tests, slept=None, enough=None):
    """Run your tests while `import retrying` gives `helper`; return {name: what went wrong} of those that fail.

    It stops when `enough` have failed. Each call of time.sleep is noted in `slept`, and does not wait.
    """
    before = {name: sys.modules.pop(name, None) for name in ("retrying", TESTS)}
    real_sleep, time.sleep = time.sleep, ([] if slept is None else slept).append
    if helper is not None:
        sys.modules["retrying"] = helper
    try:
        red = {}
        for test in order(_find(importlib.import_module(TESTS))):
            if (outcome := _outcome(test)) is not None:
                red[test.__name__] = outcome
                if len(red) == enough:
                    break
        return red
    finally:
        time.sleep = real_sleep
        for name, module in before.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module


def count_tests():
    """Return how many tests you have written."""
    return len(_find(importlib.import_module(TESTS)))


def _find(module):
    return [item for name, item in vars(module).items() if name.startswith("test_") and inspect.isfunction(item)]


def _outcome(test):
    if inspect.signature(test).parameters:
        return "takes arguments: here tests are plain functions, without fixtures and parameters"
    try:
        result = test()
        if inspect.iscoroutine(result):
            asyncio.run(result)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # pytest's own failures are no Exceptions
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if TESTS in frame.filename]
        place = f"line {frames[-1].lineno}, {frames[-1].line!r}: " if frames else ""
        return f"{place}{type(error).__name__} {error}".strip()
    return None
