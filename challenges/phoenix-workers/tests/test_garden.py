"""A garden with one bed: what happens when workers die."""
from dataclasses import dataclass
from functools import partial
from multiprocessing import Array

import pytest
from patience import within
from shop import app

from solution import Garden, Response, Stats

REQUESTS = ["home", "wrong", "crash", "cart", "poison", "bye", "last words"]


@dataclass
class Season:
    responses: list[Response]
    tries: list[int]
    stats: Stats


@pytest.fixture(scope="module")
def season():
    tries = Array("i", 3)
    with Garden(partial(app, tries, None), workers=1) as garden:
        responses = within(60, garden.serve, REQUESTS)
        return Season(responses, tries[:], garden.stats)


def test_every_request_is_answered(season):
    assert len(season.responses) == len(REQUESTS)
    assert all(isinstance(response, Response) for response in season.responses)


def test_answers_are_in_the_order_of_the_requests(season):
    said = {0: "home", 2: "crash", 3: "cart", 5: "bye", 6: "last words"}
    for place, request in said.items():
        assert season.responses[place].body.startswith(f"{request} by "), (
            f"answer {place} should begin with '{request} by', and is {season.responses[place]}"
        )


def test_an_exception_is_an_answer_and_no_death(season):
    assert season.responses[1] == Response(500, "ValueError: no such page")
    assert season.stats.crashes[0] == 3, "the first worker to die is the one with the crash"


def test_the_request_of_a_dead_worker_is_answered_by_another(season):
    home, crash = season.responses[0], season.responses[2]
    assert crash.status == 200, "one death may be the worker's fault: ask another one"
    assert home.body.split(" by ")[1].split(",")[0] not in crash.body
    assert season.tries[0] == 2


def test_a_worker_that_dies_after_its_answer_has_answered(season):
    assert season.responses[6].status == 200
    assert season.tries[2] == 1, "the answer was in the pipe, and the request was done again"


def test_poison_is_given_up_after_two_tries(season):
    assert season.tries[1] == 2
    assert season.responses[4] == Response(500, "gave up after 2 tries")


def test_the_stats_tell_of_all_deaths(season):
    # The last one to die had answered, so that nobody need have noticed.
    assert season.stats.crashes[:3] == [3, 4, 4], (
        "the poisoned request comes before all others, so its second death is the next one"
    )
    assert season.stats.started == 4, "one at first, and one for each request that was left"
    assert season.stats.recycled == 0
