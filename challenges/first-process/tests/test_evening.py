"""Two branches, two processes, and their answers."""
import multiprocessing
import os
import runpy
from functools import partial

import pytest
from bakery import visit
from patience import within

from solution import collect


@pytest.fixture(scope="module")
def branches():
    return [{"name": "Oslo", "till": 420}, {"name": "Lima", "till": 140}]


@pytest.fixture(scope="module")
def answers(branches):
    # Where only one child can run at a time, Oslo need not wait for Lima.
    patience = 5 if os.process_cpu_count() > 1 else 0
    work = partial(visit, multiprocessing.Event(), patience)
    return within(30, collect, work, branches)


def test_importing_the_file_starts_nothing(monkeypatch, capsys):
    def refuse(self):
        pytest.fail(
            "importing solution.py started a process. A child imports it to find its work, "
            "and would start the next one"
        )

    monkeypatch.setattr(multiprocessing.Process, "start", refuse)
    runpy.run_path("solution.py", run_name="__mp_main__")
    assert capsys.readouterr().out == "", "importing it printed something"


def test_every_branch_answers(answers):
    assert sorted(answer["name"] for answer in answers) == ["Lima", "Oslo"]


def test_answers_come_in_the_order_of_the_items(answers):
    assert [answer["name"] for answer in answers] == ["Oslo", "Lima"], (
        "Oslo took longer, but it was asked first"
    )


def test_a_long_report_arrives_whole(answers):
    assert len(answers[0]["report"]) == 320_000


def test_each_branch_works_in_a_process_of_its_own(answers):
    pids = [answer["pid"] for answer in answers]
    assert os.getpid() not in pids, "the parent did the work itself"
    assert len(set(pids)) == 2


def test_each_child_has_a_copy_of_its_branch(answers, branches):
    assert len(answers) == 2
    assert [branch["till"] for branch in branches] == [420, 140], (
        "a child emptied the till of its own copy; yours should be as it was"
    )
