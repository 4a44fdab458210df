"""Garbage from the start, garbage from requests, errors, and what was before."""
import gc
import weakref

import pytest

from solution import is_frozen, warm_start


class Route:
    def __init__(self):
        self.myself = self


class Picky:
    """Equal to everything."""

    def __init__(self):
        self.things = []

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.fixture(autouse=True)
def awake():
    gc.unfreeze()
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_garbage_of_the_start_is_not_kept_for_ever():
    witnesses = []

    def load():
        witnesses.append(weakref.ref(Route()))
        return []

    with warm_start(load):
        assert witnesses[0]() is None, (
            "a ring that was garbage already got frozen: now nobody ever frees it"
        )


def test_garbage_of_requests_is_still_collected():
    with warm_start(list):
        witness = weakref.ref(Route())
        gc.collect()
        assert witness() is None


def test_a_frozen_object_without_a_ring_still_dies_at_once():
    class Order:
        pass

    with warm_start(lambda: [Order()]) as app:
        witness = weakref.ref(app[0])
        app.clear()
        assert witness() is None, "freezing is about the collector, not about counting"


@pytest.mark.parametrize("thing", [42, "text", None, 3.5], ids=repr)
def test_what_the_collector_never_watches_is_not_frozen(thing):
    with warm_start(list):
        assert not is_frozen(thing)


def test_frozen_is_asked_by_identity():
    with warm_start(Picky) as app:
        decoy = Picky()
        assert is_frozen(app), "compare with `is`: == may say yes to any other object"
        assert not is_frozen(decoy)


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    with warm_start(list):
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_an_error_while_loading():
    with pytest.raises(ZeroDivisionError):
        with warm_start(lambda: 1 / 0):
            pass
    assert gc.isenabled() and gc.get_freeze_count() == 0


def test_an_error_while_serving():
    with pytest.raises(KeyError):
        with warm_start(list):
            raise KeyError("cart")
    assert gc.isenabled() and gc.get_freeze_count() == 0


def test_whatever_the_block_did_to_the_collector_is_undone():
    with warm_start(list):
        gc.disable()
    assert gc.isenabled()
    gc.disable()
    with warm_start(list):
        gc.enable()
    assert not gc.isenabled(), "it was off before the block, so it is off after it"
