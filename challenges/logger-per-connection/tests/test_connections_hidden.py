"""Connections that go away, levels, odd addresses, and names in between."""
import gc
import logging
import weakref

import pytest

from solution import Connection, leaked_loggers


class Memory(logging.Handler):
    made = []

    def __init__(self):
        super().__init__()
        self.lines = []
        Memory.made.append(self)

    def emit(self, record):
        self.lines.append(self.format(record))


def lines():
    return [line for handler in Memory.made for line in handler.lines]


@pytest.fixture(autouse=True)
def no_sockets_yet():
    Memory.made.clear()
    yield
    for known in list(logging.Logger.manager.loggerDict.values()):
        if isinstance(known, logging.Logger):
            for handler in [h for h in known.handlers if isinstance(h, Memory)]:
                known.removeHandler(handler)


def test_a_closed_connection_can_die():
    connection = Connection("ann", Memory)
    witness = weakref.ref(connection)
    del connection
    gc.collect()
    assert witness() is None, "something still holds the connection"


def test_details_are_left_out_and_warnings_kept():
    log = Connection("ann", Memory).log
    log.debug("a detail")
    log.info("a fact")
    log.warning("a worry")
    assert lines() == ["[ann] a fact", "[ann] a worry"]


@pytest.mark.parametrize("peer", ["50%s", "%(message)s", "{peer}", "100%"])
def test_an_address_is_never_taken_for_a_format(peer):
    Connection(peer, Memory).log.info("ok %d", 1)
    assert lines() == [f"[{peer}] ok 1"], (
        "the address is data: it does not belong into a format string"
    )


def test_a_message_without_arguments_may_hold_a_percent_sign():
    Connection("ann", Memory).log.info("100% done")
    assert lines() == ["[ann] 100% done"]


def test_an_exception_comes_with_its_traceback():
    log = Connection("ann", Memory).log
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("lost")
    assert lines()[0].startswith("[ann] lost\nTraceback")


def test_the_root_logger_stays_out_of_it():
    root = Memory()
    logging.getLogger().addHandler(root)
    try:
        Connection("ann", Memory).log.info("private")
    finally:
        logging.getLogger().removeHandler(root)
    assert root.lines == [], "the line went on to the root logger as well"


def test_names_in_between_are_names():
    logging.getLogger("deep.er.down")
    assert leaked_loggers("deep") == ["deep", "deep.er", "deep.er.down"], (
        "logging makes a placeholder for each level above a name"
    )


def test_nothing_found_is_an_empty_list():
    assert leaked_loggers("no such name") == []
