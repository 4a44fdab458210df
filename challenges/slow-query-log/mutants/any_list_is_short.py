import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import event

_LITERAL = re.compile(
    r"""
    '(?:[^']|'')*'              # a text; a quote inside of it is doubled
    | (?<![\w.])\d+(?:\.\d+)?   # a number, but not the 2 of address2
    """,
    re.VERBOSE,
)
_IN_LIST = re.compile(r"\( ?\?(?: ?, ?\?)* ?\)")


def fingerprint(sql):
    """Return what is the same in all queries that differ only in their values."""
    shape = _LITERAL.sub("?", sql)
    shape = " ".join(shape.lower().split())
    return _IN_LIST.sub("(?)", shape)


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
        self._running = {}  # execution context → when it began

    def attach(self, engine):
        """Begin to listen to an engine."""
        for name, listener in self._listeners():
            event.listen(engine, name, listener)

    def detach(self, engine):
        """Stop listening to an engine. What has been counted stays."""
        for name, listener in self._listeners():
            event.remove(engine, name, listener)

    def top(self, n):
        """The n entries on which most time was spent, most first."""
        return sorted(self._entries.values(), key=lambda entry: (-entry.total, entry.fingerprint))[:n]

    def repeated(self, minimum):
        """(place, fingerprint, count) of what one line has sent at least `minimum` times, most first."""
        often = [(*key, count) for key, count in self._places.items() if count >= minimum]
        return sorted(often, key=lambda item: (-item[2], item[0], item[1]))

    def _listeners(self):
        return [
            ("before_cursor_execute", self._before),
            ("after_cursor_execute", self._after),
            ("handle_error", self._failed),
        ]

    def _before(self, conn, cursor, statement, parameters, context, executemany):
        self._places[_calling_place(), fingerprint(statement)] += 1
        self._running[context] = self.clock()

    def _after(self, conn, cursor, statement, parameters, context, executemany):
        self._finish(context, statement, errors=0)

    def _failed(self, exception_context):
        # Not every error comes from a query: connecting can fail as well.
        if exception_context.execution_context in self._running:
            self._finish(exception_context.execution_context, exception_context.statement, errors=1)

    def _finish(self, context, statement, errors):
        # The listener was attached in the middle of a query: nobody knows when that began.
        began = self._running.pop(context, None)
        if began is None:
            return
        seconds = self.clock() - began
        shape = fingerprint(statement)
        entry = self._entries.setdefault(shape, Entry(shape))
        entry.count += 1
        entry.errors += errors
        entry.total += seconds
        entry.worst = max(entry.worst, seconds)


def _calling_place():
    """The innermost line that belongs neither to SQLAlchemy nor to this file."""
    frame = sys._getframe()
    while _package(frame) in ("sqlalchemy", __name__):
        frame = frame.f_back
    return f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"


def _package(frame):
    return frame.f_globals.get("__name__", "").partition(".")[0]
