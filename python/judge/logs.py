"""Keeps pytest's log capture from growing without end, and from holding a file open."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from _pytest.logging import LogCaptureHandler

_MAX_RECORDS = 10_000


class BoundedLogHandler(LogCaptureHandler):
    """Keeps the first records of a test; the rest is counted, in records."""

    dropped = 0

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.records) < _MAX_RECORDS:
            super().emit(record)
        else:
            self.dropped += 1

    def reset(self) -> None:
        self.dropped = 0
        super().reset()


def bound_log_capture(config: pytest.Config) -> None:
    """Replaces the two handlers of pytest's logging plugin that keep what tests log."""
    plugin: Any = config.pluginmanager.get_plugin("logging-plugin")
    for name in ("caplog_handler", "report_handler"):
        before = getattr(plugin, name, None)
        if before is not None:
            handler = BoundedLogHandler()
            handler.setFormatter(before.formatter)
            setattr(plugin, name, handler)
    # Nobody asked for a log file: it is the null device, opened all the same. No file may be open
    # while a session stands ready, because a memory that is restored elsewhere has none.
    plugin.log_file_handler.close()
