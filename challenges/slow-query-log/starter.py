import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import event


def fingerprint(sql):
    """Return what is the same in all queries that differ only in their values."""
    # TODO 1: this keeps texts, and it does not keep names
    return re.sub(r"\d+", "?", sql)


@dataclass
class Entry:
    """What all queries of one shape have cost together."""

    fingerprint: str
    count: int = 0
    errors: int = 0
    total: float = 0.0
    worst: float = 0.0


class QueryStats:
    """Counts and times the queries of the engines it is attached to."""

    def __init__(self, clock=time.perf_counter):
        self.clock = clock
        self._entries = {}
        self._places = Counter()
        self._began = None

    def attach(self, engine):
        """Begin to listen to an engine."""
        event.listen(engine, "before_cursor_execute", self._before)
        event.listen(engine, "after_cursor_execute", self._after)

    def detach(self, engine):
        """Stop listening to an engine. What has been counted stays."""
        # TODO 3: half of it is still there afterwards
        event.remove(engine, "before_cursor_execute", self._before)

    def top(self, n):
        """The n entries on which most time was spent, most first."""
        # TODO 4: is this what the docstring says?
        return sorted(self._entries.values(), key=lambda entry: (-entry.worst, entry.fingerprint))[:n]

    def repeated(self, minimum):
        """(place, fingerprint, count) of what one line has sent at least `minimum` times, most first."""
        often = [(*key, count) for key, count in self._places.items() if count >= minimum]
        return sorted(often, key=lambda item: (-item[2], item[0], item[1]))

    def _before(self, conn, cursor, statement, parameters, context, executemany):
        self._places[_calling_place(), fingerprint(statement)] += 1
        # TODO 2: a query may begin while another one is running
        self._began = self.clock()

    def _after(self, conn, cursor, statement, parameters, context, executemany):
        # TODO 3: a query that fails never comes here
        seconds = self.clock() - self._began
        shape = fingerprint(statement)
        entry = self._entries.setdefault(shape, Entry(shape))
        entry.count += 1
        entry.total += seconds
        entry.worst = max(entry.worst, seconds)


def _calling_place():
    """The innermost line that belongs neither to SQLAlchemy nor to this file."""
    # TODO 5: this is a line of SQLAlchemy, and always the same one
    frame = sys._getframe(2)
    return f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"
