"""Pictures live as long as somebody shows them, trees as long as somebody holds the top."""
import gc
import weakref

import pytest

from solution import Gallery, Node


class Picture:
    def __init__(self, path):
        self.path = path


@pytest.fixture(autouse=True)
def collector_as_it_was():
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


@pytest.fixture
def loads():
    """The paths that were really loaded, in order."""
    return []


@pytest.fixture
def gallery(loads):
    gc.disable()

    def load(path):
        loads.append(path)
        return Picture(path)

    return Gallery(load)


def test_a_picture_is_loaded(gallery):
    assert gallery.get("cat.png").path == "cat.png"


def test_a_picture_on_screen_is_not_loaded_again(gallery, loads):
    shown = gallery.get("cat.png")
    assert gallery.get("cat.png") is shown, (
        "while somebody shows the picture, everybody gets the same object"
    )
    assert loads == ["cat.png"]


def test_a_picture_that_nobody_shows_is_forgotten(gallery):
    shown = gallery.get("cat.png")
    assert len(gallery) == 1
    del shown
    assert len(gallery) == 0, "nobody shows the picture; the gallery still holds it"


def test_the_gallery_writes_down_what_was_closed(gallery):
    shown = gallery.get("cat.png")
    gallery.get("dog.png")
    assert gallery.closed == ["dog.png"], "nobody kept the dog, and the cat is on screen"
    del shown
    assert gallery.closed == ["dog.png", "cat.png"]


def test_a_tree_dies_without_the_collector():
    gc.disable()
    top = Node("holiday")
    below = Node("beach", top)
    witnesses = weakref.ref(top), weakref.ref(below)
    del top, below
    assert [witness() for witness in witnesses] == [None, None], (
        "parent and child hold each other: only the garbage collector can free them"
    )


def test_a_path_goes_from_the_top_down():
    top = Node("holiday")
    beach = Node("beach", top)
    assert Node("day 1", beach).path() == "/holiday/beach/day 1"
    assert top.path() == "/holiday"
