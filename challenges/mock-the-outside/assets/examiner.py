"""Runs the tests in test_pay.py in a pytest of their own, with one thing broken or none."""
import functools
import sys
import types
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = ("bank", "ledger", "pay")
NAMES = ("charge", "sleep", "ledger", "log", "pay")
# The outer pytest is at work already; the inner one needs no more than this.
WITHOUT = ("cacheprovider", "doctest", "faulthandler", "terminal", "terminalprogress",
           "threadexception", "unraisableexception")


class Result:
    """What became of the tests."""

    def __init__(self):
        self.passed = []
        self.failed = {}  # name: the error's last line
        self.outside = []  # what was really touched
        self.replaced = []  # what was still replaced afterwards

    @property
    def count(self):
        return len(self.passed) + len(self.failed)

    def __str__(self):
        return "\n".join(f"{name}: {why}" for name, why in self.failed.items())


@functools.cache
def examine(*, pay=None, bank=None, only=None, backwards=False):
    """Run the tests; pay and bank are pairs (old, new) of text to change in that file."""
    result = Result()
    before = {name: sys.modules.pop(name, None) for name in (*MODULES, "test_pay")}
    try:
        modules = {
            "bank": _load("bank", bank),
            "ledger": _load("ledger", None),
            "pay": _load("pay", pay),
        }
        real = _watch(modules, result)
        plugin = _Notes(result, only, backwards)
        arguments = [str(HERE / "test_pay.py"), "--import-mode=importlib", "--capture=sys"]
        arguments.append(f"--rootdir={HERE}")
        if pay or bank or only or backwards:
            arguments.append("--assert=plain")  # nobody reads how these fail
        for name in WITHOUT:
            arguments += ["-p", f"no:{name}"]
        pytest.main(arguments, plugins=[plugin])
        result.replaced = [
            f"{module}.{name}"
            for (module, name), thing in real.items()
            if getattr(modules[module], name) is not thing
        ]
    finally:
        for name, module in before.items():
            sys.modules.pop(name, None)
            if module is not None:
                sys.modules[name] = module
    return result


_told = []


def tell(words, result):
    """Why tests that are red already show nothing; their errors only the first time."""
    if _told:
        return f"{words} (yours are red already)"
    _told.append(result)
    return f"{words}:\n{result}"


def _load(name, change):
    """A fresh module from its file, with one piece of text changed."""
    source = (HERE / f"{name}.py").read_text()
    if change is not None:
        old, new = change
        assert old in source, f"{name}.py has changed; it no longer contains {old!r}"
        source = source.replace(old, new)
    module = types.ModuleType(name)
    module.__file__ = str(HERE / f"{name}.py")
    sys.modules[name] = module
    exec(compile(source, module.__file__, "exec"), module.__dict__)
    return module


def _watch(modules, result):
    """Note each use of the outside; the real clock is not waited for."""
    def watch(module, name, label, stays_still=False):
        original = getattr(modules[module], name)

        @functools.wraps(original)
        def noted(*args, **kwargs):
            result.outside.append(label)
            return None if stays_still else original(*args, **kwargs)

        setattr(modules[module], name, noted)
        return noted

    pay = modules["pay"]
    pay.charge = watch("bank", "charge", "the bank")
    watch("ledger", "find", "the ledger")
    watch("ledger", "record", "the ledger")
    watch("pay", "sleep", "the clock", stays_still=True)
    names = [("pay", name) for name in NAMES]
    names += [("bank", "charge"), ("ledger", "find"), ("ledger", "record")]
    return {(module, name): getattr(modules[module], name) for module, name in names}


class _Notes:
    """A plugin that writes down how each test ended."""

    def __init__(self, result, only, backwards):
        self.result = result
        self.only = only
        self.backwards = backwards

    def pytest_collection_modifyitems(self, items):
        if self.only is not None:
            items[:] = [item for item in items if _name(item.nodeid) == self.only]
        if self.backwards:
            items.reverse()

    def pytest_collectreport(self, report):
        if report.failed:
            self.result.failed[report.nodeid] = _last_line(report)

    def pytest_runtest_logreport(self, report):
        name = _name(report.nodeid)
        if report.failed:
            self.result.failed[name] = _last_line(report)
        elif report.when == "call" and report.passed:
            self.result.passed.append(name)


def _name(nodeid):
    """What stands behind the file in pytest's name of a test."""
    return nodeid.partition("::")[2]


def _last_line(report):
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message if crash else report.longrepr)
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[0] if crash and lines else "\n".join(lines[-3:])
