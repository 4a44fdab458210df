"""Loaded quietly, frozen while serving, as before when it is over."""
import gc

import pytest

from solution import is_frozen, warm_start


class Route:
    def __init__(self):
        self.myself = self


@pytest.fixture(autouse=True)
def awake():
    gc.unfreeze()
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def load():
    return {"routes": [Route(), Route()]}


def test_the_block_gets_what_was_loaded():
    with warm_start(lambda: ["home", "cart"]) as app:
        assert app == ["home", "cart"]


def test_the_application_is_frozen_while_it_serves():
    with warm_start(load) as app:
        assert gc.get_freeze_count() > 0, "nothing is frozen: gc.freeze() does that"
        assert is_frozen(app["routes"][0])


def test_what_is_made_later_is_not_frozen():
    with warm_start(load):
        assert not is_frozen(Route())


def test_the_collector_is_off_while_loading():
    seen = []
    with warm_start(lambda: seen.append(gc.isenabled())):
        pass
    assert seen == [False], (
        "a collection in the middle of loading walks over objects that will stay"
    )


def test_the_collector_is_on_while_serving():
    with warm_start(load):
        assert gc.isenabled(), "requests make garbage, too: it has to be collected"


def test_nothing_is_frozen_afterwards():
    with warm_start(load):
        pass
    assert gc.get_freeze_count() == 0
