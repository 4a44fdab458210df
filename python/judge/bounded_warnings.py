"""Keeps what pytest records of a test's warnings from growing without end."""

from __future__ import annotations

import warnings
from typing import Any

#: More than are ever reported, so that filters of pytest's own still find what they look for.
_MAX_RECORDED = 1_000


def bound_recorded_warnings() -> None:
    """From here to the end of the innermost `catch_warnings` only so many are kept.

    pytest records into a list; leaving its `catch_warnings` puts back what this replaces.
    """
    module: Any = warnings
    keep = module._showwarnmsg_impl
    kept = 0

    def keep_some(message: object) -> None:
        nonlocal kept
        kept += 1
        if kept <= _MAX_RECORDED:
            keep(message)

    module._showwarnmsg_impl = keep_some
