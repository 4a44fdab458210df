"""Whoever opens a file and drops it is named, with the line that opened it."""
import gc

import pytest

from solution import witness


@pytest.fixture(autouse=True)
def collector_as_it_was():
    was_enabled = gc.isenabled()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


@pytest.fixture
def path(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear sir")
    return str(letter)


def careless(path):
    letter = open(path)
    length = len(letter.read())
    del letter
    return length


def test_a_closed_file_is_no_news(path):
    with witness() as found:
        with open(path):
            pass
    assert found == []


def test_the_message_names_the_file(path):
    with witness() as found:
        careless(path)
    assert len(found) == 1, "one file was dropped without being closed"
    assert path in found[0][0]


def test_the_line_that_opened_it_is_named(path):
    with witness() as found:
        careless(path)
    opened = careless.__code__.co_firstlineno + 1
    assert found[0][1:] == (__file__, opened), (
        "the line with open() is the bug; the line where the file was dropped is not"
    )


def test_two_files_are_two_findings(path):
    with witness() as found:
        careless(path)
        careless(path)
    assert len(found) == 2, "the same line twice is still two files"


def test_a_file_that_is_still_open_is_not_reported(path):
    with witness() as found:
        letter = open(path)
    letter.close()
    assert found == [], "somebody still holds it, and may close it yet"


def test_a_file_inside_a_ring_is_found(path):
    class Envelope:
        pass

    gc.disable()
    with witness() as found:
        envelope = Envelope()
        envelope.myself = envelope
        envelope.letter = open(path)
        del envelope
    assert len(found) == 1, "the ring is dead, and only a collection drops its file"
