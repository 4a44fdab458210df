"""Many connections, one logger, one handler, and the right address on each line."""
import logging

import pytest

from solution import Connection, leaked_loggers


class Memory(logging.Handler):
    """Stands for a socket to the log server; counts how many were opened."""

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


def test_loggers_are_found_by_their_prefix():
    logging.getLogger("shop.till.2")
    logging.getLogger("shop.till.1")
    logging.getLogger("stock.till")
    assert leaked_loggers("shop.till.") == ["shop.till.1", "shop.till.2"]


def test_a_line_carries_the_address():
    Connection("10.0.0.7:4711", Memory).log.info("hello %s", "bob")
    assert lines() == ["[10.0.0.7:4711] hello bob"]


def test_two_connections_do_not_mix():
    ann, bob = Connection("ann", Memory), Connection("bob", Memory)
    ann.log.info("one")
    bob.log.info("two")
    ann.log.info("three")
    assert lines() == ["[ann] one", "[bob] two", "[ann] three"]


def test_a_line_is_written_once():
    connections = [Connection(f"client {n}", Memory) for n in range(5)]
    connections[0].log.info("ping")
    assert lines() == ["[client 0] ping"], (
        "five connections and one message: the line must appear once"
    )


def test_a_thousand_connections_open_one_socket():
    connections = [Connection(f"client {n}", Memory) for n in range(1000)]
    connections[0].log.info("ping")
    assert len(Memory.made) == 1, (
        f"{len(Memory.made)} handlers were made, and each holds a socket"
    )


def test_the_registry_does_not_grow():
    connections = [Connection("first", Memory)]
    before = len(logging.Logger.manager.loggerDict)
    for n in range(200):
        connections.append(Connection(f"visitor {n}", Memory))
    grown = len(logging.Logger.manager.loggerDict) - before
    assert grown == 0, f"{grown} more names that logging will never forget"
