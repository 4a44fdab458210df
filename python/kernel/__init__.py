"""Makes CPython whole in a browser: event loop, threads, clocks. Nothing here imports `js`."""

from kernel import keyboard, processes, threads
from kernel.bridge import install
from kernel.deadlock import Deadlock
from kernel.resuming import resume

__all__ = ["Deadlock", "install", "keyboard", "processes", "resume", "threads"]
