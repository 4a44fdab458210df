import gc
import logging
import os
import sys
import warnings

import pytest


def test_tidy(monkeypatch):
    monkeypatch.setenv("A", "1")
    gc.disable()
    gc.enable()


def test_collector_and_hooks():
    gc.disable()
    gc.callbacks.append(print)
    sys.excepthook = print


def test_surroundings():
    os.environ["B"] = "2"
    os.chdir("..")
    gc.set_threshold(500)


def test_logging_and_warnings():
    logging.getLogger("shop").addHandler(logging.NullHandler())
    logging.getLogger("shop").setLevel(logging.DEBUG)
    warnings.simplefilter("ignore")


@pytest.fixture(scope="module")
def surroundings_by_name():
    os.environ["C"] = "3"
    yield
    del os.environ["C"]


def test_with_a_fixture_asked_for_by_name(request):
    request.getfixturevalue("surroundings_by_name")


@pytest.fixture(scope="module")
def slow_down():
    gc.disable()
    yield
    gc.enable()


def test_with_a_fixture_of_the_module(slow_down):
    pass
