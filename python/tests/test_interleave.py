"""The learner's schedules where there are none."""

from __future__ import annotations

import pytest

from interleave import explore, schedule


def test_native_python_is_told_apart() -> None:
    with pytest.raises(RuntimeError, match="exist in the browser"), schedule(seed=1):
        pass
    with pytest.raises(RuntimeError, match="exist in the browser"):
        explore(lambda: 1, bool, [1])
