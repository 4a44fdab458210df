"""The file as a program, a branch that fails, and what is left afterwards."""
import multiprocessing
import os
from functools import partial

import pytest
from bakery import close_up, count_bread, takings
from interleave import run_script
from patience import within

from solution import BranchFailed, collect

several_at_once = pytest.mark.skipif(
    os.process_cpu_count() < 2, reason="a program and its child are two processes"
)


@pytest.fixture(scope="module")
def failure():
    """What `collect` raises when Lima stumbles, and the children that are left then."""
    patience = 5 if os.process_cpu_count() > 1 else 0
    work = partial(count_bread, multiprocessing.Event(), patience)
    error = None
    try:
        within(30, collect, work, ["Oslo", "Lima"])
    except Exception as caught:
        error = caught
    left = multiprocessing.active_children()
    for child in left:
        child.join(30)
    return error, left


@several_at_once
def test_as_a_program_it_prints_each_branch_once():
    result = run_script("solution.py", timeout=60)
    assert result.stdout == "Oslo: 420\nLima: 140\n", (
        f"it ended with exit code {result.exit_code} and said on stderr: {result.stderr}"
    )


def test_the_branch_that_failed_is_named(failure):
    error, _ = failure
    assert isinstance(error, BranchFailed), f"collect gave {error!r}"
    assert [item for item, _ in error.failures] == ["Lima"]


def test_a_child_that_failed_says_so_with_its_exit_code(failure):
    error, _ = failure
    assert isinstance(error, BranchFailed), f"collect gave {error!r}"
    assert error.failures == [("Lima", 1)], (
        "a program that ends by an uncaught exception has exit code 1; is yours caught?"
    )


def test_the_others_are_waited_for(failure):
    _, left = failure
    assert left == [], "Oslo was still counting when collect was done"


def test_no_items_need_no_process(monkeypatch):
    def refuse(self):
        pytest.fail("a process was started for nothing")

    monkeypatch.setattr(multiprocessing.Process, "start", refuse)
    assert within(20, collect, takings, []) == []


def test_none_is_an_answer_like_any_other():
    assert within(30, collect, close_up, ["Lima"]) == [None]
