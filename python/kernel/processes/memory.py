"""Shared bytes: the module `_posixshmem`, and `mmap` over segments.

Each process has one copy of each segment it uses, however often it maps it.
"""

from __future__ import annotations

import errno
import mmap as mmap_module
import os
import sys
from types import ModuleType
from typing import Any

from kernel.processes.files import FIRST, is_shared, to_fd
from kernel.processes.port import the_port

__no_switch__ = True

_EXISTS, _MISSING = -1, -2
_WORD = 8

_real_mmap = mmap_module.mmap


class _Copy:
    """This process's bytes of one segment."""

    def __init__(self, handle: int, fd: int, size: int) -> None:
        self.handle = handle
        self.users = 0
        # Whole words, because words are exchanged; mapped memory begins at a page of its own.
        self.bytes = _real_mmap(-1, (size + _WORD - 1) // _WORD * _WORD)
        self.pointer = the_port().addCopy(fd - FIRST, self.bytes)  # type: ignore[arg-type]


_copies: dict[int, _Copy] = {}


class SharedMap:
    """What `mmap.mmap` gives for a shared segment: bytes that other processes see."""

    def __init__(self, fd: int, length: int) -> None:
        port = the_port()
        size = port.segmentSize(fd - FIRST)
        if length == 0:
            length = size
        if length <= 0 or length > size:
            raise ValueError("mmap length is greater than file size")
        # Held open as long as it is mapped, as the system does.
        self._fd = to_fd(port.duplicate(fd - FIRST))
        handle = port.handle(fd - FIRST)
        copy = _copies.get(handle)
        if copy is None:
            copy = _copies[handle] = _Copy(handle, fd, size)
        copy.users += 1
        self._copy: _Copy | None = copy
        self._length = length
        self._exports = 0

    def __buffer__(self, flags: int, /) -> memoryview:
        if self._copy is None:
            raise ValueError("mmap closed or invalid")
        self._exports += 1
        return memoryview(self._copy.bytes)[: self._length]

    def __release_buffer__(self, view: memoryview, /) -> None:
        self._exports -= 1
        view.release()

    @property
    def closed(self) -> bool:
        return self._copy is None

    def __len__(self) -> int:
        return self._length

    def size(self) -> int:
        """Length of the segment in bytes."""
        return self._length

    def __getitem__(self, key: Any) -> Any:
        with memoryview(self) as view:
            found = view[key]
            return found if isinstance(found, int) else bytes(found)

    def __setitem__(self, key: Any, value: Any) -> None:
        with memoryview(self) as view:
            view[key] = value

    def flush(self, *range: int) -> None:
        """Exchanges changes with the other processes now."""
        the_port().exchange()

    def close(self) -> None:
        """Gives the map up; BufferError while memoryviews of it are alive."""
        copy = self._copy
        if copy is None:
            return
        if self._exports > 0:
            raise BufferError("cannot close exported pointers exist")
        self._copy = None
        copy.users -= 1
        if copy.users == 0:
            the_port().removeCopy(copy.pointer)
            del _copies[copy.handle]
            copy.bytes.close()
        the_port().close(self._fd - FIRST)

    def __enter__(self) -> SharedMap:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_copy", None) is not None and self._exports == 0:
            self.close()


class mmap(_real_mmap):
    """`mmap.mmap`, which also maps shared segments."""

    __module__ = "mmap"

    def __new__(cls, fileno: int, length: int, *args: Any, **kwargs: Any) -> Any:
        if is_shared(fileno):
            return SharedMap(fileno, length)
        return _real_mmap.__new__(cls, fileno, length, *args, **kwargs)


#: Names that this interpreter has given to blocks.
_made: set[str] = set()


def new_segment(size: int) -> int:
    """A file descriptor of a segment without a name."""
    fd = to_fd(the_port().createSegment())
    os.ftruncate(fd, size)
    return fd


def shm_open(path: str, flags: int, mode: int = 0o777) -> int:
    """Open a shared memory object. Returns a file descriptor."""
    if "\0" in path:
        raise ValueError("embedded null character")
    found = the_port().openSegment(path, bool(flags & os.O_CREAT), bool(flags & os.O_EXCL))
    if found == _EXISTS:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    if found == _MISSING:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    if flags & os.O_CREAT:
        _made.add(path)
    return to_fd(found)


def named_blocks() -> frozenset[str]:
    """Names of the blocks that this interpreter has made, and that nobody has unlinked."""
    return frozenset(path.removeprefix("/") for path in _made if _exists(path))


def _exists(path: str) -> bool:
    found = the_port().openSegment(path, False, False)
    if found == _MISSING:
        return False
    the_port().close(found)
    return True


def shm_unlink(path: str) -> None:
    """Remove a shared memory object (similar to unlink())."""
    if "\0" in path:
        raise ValueError("embedded null character")
    if not the_port().unlinkSegment(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)


def install() -> None:
    """Makes `_posixshmem`, and puts `mmap` in place."""
    module: Any = ModuleType("_posixshmem")
    module.shm_open = shm_open
    module.shm_unlink = shm_unlink
    sys.modules["_posixshmem"] = module
    mmap_module.mmap = mmap  # type: ignore[misc]
