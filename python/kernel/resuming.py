"""What an interpreter does last of all before a learner's code: being one of its own.

Its memory may be a copy of another interpreter's. What no two of them may share is made anew, and
the worker hears what only the other one's worker was told.
"""

from __future__ import annotations

import importlib
import logging
import os
import random
import sys
import tempfile
import time
from typing import Any

from kernel import processes, threads


def resume(processors: int) -> None:
    """Called once per interpreter, after `install` or after its memory was restored."""
    random.seed()
    _forget_random_names()
    # What `relativeCreated` of a log record counts from.
    logging._startTime = time.time_ns()  # type: ignore[attr-defined]
    importlib.invalidate_caches()
    threads.resume()
    processes.resume(processors)


def _forget_random_names() -> None:
    # Two interpreters with one generator would make the same names and keys.
    tempfile._name_sequence = None  # type: ignore[attr-defined]
    process: Any = sys.modules.get("multiprocessing.process")
    if process is not None:
        process.current_process().authkey = os.urandom(32)
