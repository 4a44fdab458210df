"""A garden with two beds: who serves what, how long workers live, and what is left."""
import multiprocessing
import os
from collections import Counter
from dataclasses import dataclass
from functools import partial
from multiprocessing import Barrier

import pytest
from patience import within
from shop import app

from solution import Garden, Response, Stats

# Where only one child can run at a time, the garden has one bed.
BEDS = min(2, os.process_cpu_count())


@dataclass
class Season:
    first: list[Response]
    second: list[Response]
    stats: Stats
    left: list


class Frost(Exception):
    """What ends the season."""


@pytest.fixture(scope="module")
def season():
    garden = Garden(partial(app, None, Barrier(BEDS)), BEDS, max_requests=3)
    try:
        with garden:
            first = within(60, garden.serve, ["meet"] * 4)
            second = within(60, garden.serve, ["meet", "meet", "bye"])
            raise Frost
    except Frost:
        left = multiprocessing.active_children()
        for child in left:
            child.kill()
            child.join()
    return Season(first, second, garden.stats, left)


def gardeners(responses):
    """The pids in the answers."""
    return [response.body.split(" by ")[1].split(",")[0] for response in responses]


def test_all_beds_are_in_use(season):
    assert [response.status for response in season.first] == [200] * 4
    assert len(set(gardeners(season.first[:BEDS]))) == BEDS
    assert str(os.getpid()) not in gardeners(season.first)


def test_workers_live_on_between_two_calls(season):
    assert gardeners(season.second)[0] in gardeners(season.first)


def test_a_worker_is_replaced_after_its_share(season):
    shares = Counter(gardeners(season.first + season.second))
    assert sorted(shares.values()) == [1, 3, 3], (
        "seven requests, and nobody serves more than three"
    )


def test_what_a_worker_has_gathered_dies_with_it(season):
    numbers = [response.body.split("number ")[1] for response in season.first + season.second]
    assert max(map(int, numbers)) == 3


def test_a_worker_that_has_done_its_share_has_not_crashed(season):
    assert season.stats == Stats(started=3, recycled=2, crashes=[])


def test_no_worker_is_left_after_an_error(season):
    assert season.left == []


@pytest.fixture
def no_process(monkeypatch):
    def refuse(self):
        pytest.fail("a process was started although nobody asked for anything")

    monkeypatch.setattr(multiprocessing.Process, "start", refuse)


def test_no_requests_need_no_worker(no_process):
    with Garden(app, 2) as garden:
        assert garden.serve([]) == []
        assert garden.stats == Stats(0, 0, [])


def test_a_closed_garden_serves_nobody(no_process):
    garden = Garden(app, 2)
    garden.close()
    garden.close()
    with pytest.raises(RuntimeError):
        garden.serve(["home"])
