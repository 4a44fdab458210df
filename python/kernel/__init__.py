"""Makes CPython whole in a browser: event loop, clocks, sleeping. Nothing here imports `js`."""

from kernel.bridge import install
from kernel.deadlock import Deadlock

__all__ = ["Deadlock", "install"]
