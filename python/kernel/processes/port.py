"""What the worker gives to this interpreter so that it can be one of several processes."""

from __future__ import annotations

from typing import Any, Protocol

__no_switch__ = True


class Port(Protocol):
    """Numbers in, numbers out; nothing waits. Negative numbers are errors (see `kernel.processes.files`)."""

    pid: int

    def pipe(self) -> int: ...
    def duplex(self) -> int: ...
    def duplicate(self, descriptor: int) -> int: ...
    def close(self, descriptor: int) -> bool: ...
    def handle(self, descriptor: int) -> int: ...
    def send(self, descriptor: int) -> int: ...
    def adopt(self, handle: int) -> int: ...
    def giveTo(self, pid: int, descriptor: int) -> int: ...  # noqa: N802
    def read(self, descriptor: int, limit: int) -> Any: ...
    def write(self, descriptor: int, source: bytes, start: int) -> int: ...
    def isReadable(self, descriptor: int) -> bool: ...  # noqa: N802
    def armRead(self, descriptor: int) -> None: ...  # noqa: N802
    def armWrite(self, descriptor: int) -> None: ...  # noqa: N802
    def heard(self) -> int: ...
    def createSemaphore(self, value: int, most: int) -> int: ...  # noqa: N802
    def acquire(self, semaphore: int) -> bool: ...
    def release(self, semaphore: int) -> bool: ...
    def semaphoreValue(self, semaphore: int) -> int: ...  # noqa: N802
    def armSemaphore(self, semaphore: int) -> None: ...  # noqa: N802
    def openSegment(self, name: str, may_create: bool, must_create: bool) -> int: ...  # noqa: N802
    def unlinkSegment(self, name: str) -> bool: ...  # noqa: N802
    def createSegment(self) -> int: ...  # noqa: N802
    def resizeSegment(self, descriptor: int, size: int) -> bool: ...  # noqa: N802
    def segmentSize(self, descriptor: int) -> int: ...  # noqa: N802
    def isSegment(self, descriptor: int) -> bool: ...  # noqa: N802
    def addCopy(self, descriptor: int, target: bytearray) -> int: ...  # noqa: N802
    def removeCopy(self, pointer: int) -> None: ...  # noqa: N802
    def setWhole(self, pointer: int, size: int, is_whole: bool) -> None: ...  # noqa: N802
    def exchange(self) -> None: ...
    def listen(self, address: str, descriptor: int) -> bool: ...
    def stopListening(self, address: str) -> None: ...  # noqa: N802
    def connect(self, address: str) -> int: ...
    def limit(self) -> int: ...
    def alive(self) -> int: ...
    def createProcess(self) -> int: ...  # noqa: N802
    def discardProcess(self, pid: int) -> None: ...  # noqa: N802
    def launch(self, pid: int, source: bytes) -> None: ...
    def takeStart(self) -> Any: ...  # noqa: N802
    def watch(self, pid: int) -> int: ...
    def parent(self, pid: int) -> int: ...
    def isAlive(self, pid: int) -> bool: ...  # noqa: N802
    def children(self) -> str: ...
    def hasEnded(self, pid: int) -> bool: ...  # noqa: N802
    def armProcess(self, pid: int) -> None: ...  # noqa: N802
    def exitCode(self, pid: int) -> int: ...  # noqa: N802
    def reap(self, pid: int) -> Any: ...
    def kill(self, pid: int, signal: int) -> None: ...
    def handleSignals(self, signals: int) -> None: ...  # noqa: N802
    def takeSignals(self) -> int: ...  # noqa: N802
    def end(self, exit_code: int, result: bytes) -> None: ...
    def print(self, stream: int, source: bytes) -> None: ...
    def takePrinted(self) -> Any: ...  # noqa: N802
    def takeDropped(self) -> int: ...  # noqa: N802


_port: Port | None = None


def use_port(port: Port) -> None:
    """Called once, by `install`."""
    global _port
    _port = port


def the_port() -> Port:
    """The worker's port; there is one wherever processes were installed."""
    assert _port is not None
    return _port


def has_port() -> bool:
    return _port is not None
