"""Closing once and not early, pictures that look like nothing, and who owns whom."""
import gc

import pytest

from solution import Gallery, Node


class Picture:
    def __init__(self, path):
        self.path = path


class EmptyPicture(Picture):
    """A picture without a single pixel: it counts as false."""

    def __len__(self):
        return 0


@pytest.fixture(autouse=True)
def no_collector():
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    if was_enabled:
        gc.enable()


def test_a_forgotten_picture_is_loaded_afresh():
    loads = []
    gallery = Gallery(lambda path: loads.append(path) or Picture(path))
    gallery.get("cat.png")
    gallery.get("cat.png")
    assert loads == ["cat.png", "cat.png"], "nobody kept the first one"


def test_a_picture_is_closed_once():
    gallery = Gallery(Picture)
    shown = gallery.get("cat.png")
    for _ in range(3):
        gallery.get("cat.png")
    del shown
    assert gallery.closed == ["cat.png"], (
        "one picture was loaded and died once, however often it was asked for"
    )


def test_a_picture_on_screen_is_not_closed():
    gallery = Gallery(Picture)
    shown = gallery.get("cat.png")
    gc.collect()
    assert gallery.closed == [] and shown.path == "cat.png"


def test_a_picture_that_counts_as_false_is_a_picture():
    loads = []
    gallery = Gallery(lambda path: loads.append(path) or EmptyPicture(path))
    shown = gallery.get("blank.png")
    assert gallery.get("blank.png") is shown, (
        "len(picture) is 0, so it counts as false: ask `is None` instead"
    )
    assert loads == ["blank.png"]


def test_two_galleries_know_nothing_of_each_other():
    one, other = Gallery(Picture), Gallery(Picture)
    shown = one.get("cat.png")
    assert other.get("cat.png") is not shown
    assert (one.closed, other.closed) == ([], ["cat.png"]), (
        "the cat of one gallery is on screen, that of the other died at once: each writes down its own"
    )


def test_a_load_that_fails_leaves_nothing_behind():
    def load(path):
        raise OSError(f"no such file: {path}")

    gallery = Gallery(load)
    with pytest.raises(OSError):
        gallery.get("cat.png")
    assert len(gallery) == 0 and gallery.closed == []


def test_a_parent_holds_its_children():
    top = Node("holiday")
    Node("beach", top)
    gc.collect()
    assert [child.name for child in top.children] == ["beach"], (
        "nobody but the parent holds the child; the parent has to"
    )


def test_a_child_does_not_hold_its_parent():
    below = Node("beach", Node("holiday"))
    assert below.parent is None, "nobody holds the parent any more"
    assert below.path() == "/beach"


def test_a_living_parent_is_found():
    top = Node("holiday")
    below = Node("beach")
    top.add(below)
    assert below.parent is top and top.parent is None


def test_a_parent_that_counts_as_false_is_a_parent():
    class EmptyFolder(Node):
        def __len__(self):
            return 0

    top = EmptyFolder("holiday")
    below = Node("beach", top)
    assert below.parent is top, "an empty folder counts as false, and is a parent all the same"
    assert below.path() == "/holiday/beach"
