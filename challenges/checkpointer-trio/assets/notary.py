"""Runs a contract against a store: each of its tests with a new storage. Given."""
import traceback

import pytest


def broken_promises(contract, store):
    """What the contract finds wrong with this kind of store: one line for each test that fails."""
    names = [name for name in dir(contract) if name.startswith("test_")]
    assert names, "the contract has no test: its methods begin with test_"
    findings = []
    for name in names:
        storage, opened = store.new_storage(), []

        class Case(contract):
            def open(self, application="shop"):
                opened.append(store(storage, application))
                return opened[-1]

        try:
            getattr(Case(), name)()
        except (Exception, pytest.fail.Exception) as error:
            findings.append(describe(name, error))
        finally:
            for one in opened:
                one.close()
            if hasattr(storage, "cleanup"):
                storage.cleanup()
    return findings


def describe(name, error):
    """The test, the line in contract.py at which it stopped, and why."""
    lines = [
        step.lineno for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith("contract.py")
    ]
    where = f", line {lines[-1]}" if lines else ""
    why = "".join(traceback.format_exception_only(error)).strip()
    return f"{name}{where}: {why}"
