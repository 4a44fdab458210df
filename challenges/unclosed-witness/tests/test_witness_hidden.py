"""Other warnings, other people's settings, errors, and other doors."""
import gc
import sqlite3
import tracemalloc
import warnings

import pytest

from solution import witness


@pytest.fixture
def path(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear sir")
    return str(letter)


@pytest.fixture(autouse=True)
def not_tracing():
    tracemalloc.stop()
    yield
    tracemalloc.stop()


def careless(path):
    letter = open(path)
    return letter.read()


def through_a_friend(path):
    return careless(path)


def test_what_was_dead_before_is_not_a_finding(path):
    class Envelope:
        pass

    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            envelope = Envelope()
            envelope.myself = envelope
            envelope.letter = open(path)
            del envelope
            with witness() as found:
                pass
    finally:
        if was_enabled:
            gc.enable()
    assert found == [], "nothing was opened in the block: this letter was in a ring that was dead before"


def test_other_warnings_are_not_our_business(path):
    with witness() as found:
        warnings.warn("old style", UserWarning, stacklevel=1)
        careless(path)
    assert len(found) == 1


def test_the_innermost_frame_is_the_place(path):
    with witness() as found:
        through_a_friend(path)
    assert found[0][2] == careless.__code__.co_firstlineno + 1, (
        "the caller's caller is on the trace as well, but did not open the file"
    )


def test_tracing_stops_when_it_was_off(path):
    with witness():
        pass
    assert not tracemalloc.is_tracing()


def test_tracing_that_was_on_stays_on(path):
    tracemalloc.start()
    with witness() as found:
        careless(path)
    assert tracemalloc.is_tracing() and len(found) == 1


def test_the_filters_are_as_they_were():
    before = list(warnings.filters)
    with witness():
        pass
    assert list(warnings.filters) == before


def test_a_strict_program_is_heard_as_well(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with witness() as found:
            careless(path)
    assert len(found) == 1, "the program ignores all warnings; the witness must not"


def test_an_error_goes_to_the_caller_and_the_findings_stay(path):
    with pytest.raises(KeyError):
        with witness() as found:
            careless(path)
            raise KeyError("stamp")
    assert len(found) == 1
    assert not tracemalloc.is_tracing()


def test_a_database_is_a_door_too():
    def forget():
        connection = sqlite3.connect(":memory:")
        connection.execute("select 1")

    with witness() as found:
        forget()
    assert len(found) == 1
    assert found[0][1:] == (__file__, forget.__code__.co_firstlineno + 1)


def test_each_witness_has_findings_of_its_own(path):
    with witness() as first:
        careless(path)
    with witness() as second:
        pass
    assert len(first) == 1 and second == []


def test_a_warning_without_an_object_has_no_place():
    with witness() as found:
        warnings.warn("a pipe was left open", ResourceWarning, stacklevel=1)
    assert found == [("a pipe was left open", None, None)]
