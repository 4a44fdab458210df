"""A socket's life, how it waits, and what it makes of an address."""

from __future__ import annotations

import errno
import os
import warnings
from _socket import gaierror
from collections.abc import Callable
from typing import Any

from kernel.sockets import names, network
from kernel.sockets.endpoint import Endpoint
from kernel.sockets.opening import let_open
from kernel.sockets.waiting import wait_for

__no_switch__ = True

_MSG_DONTWAIT = 64
_KINDS = (names.SOCK_STREAM, names.SOCK_DGRAM)

_default_timeout: float | None = None


def setdefaulttimeout(timeout: float | None, /) -> None:
    global _default_timeout
    if timeout is not None and timeout < 0:
        raise ValueError("Timeout value out of range")
    _default_timeout = None if timeout is None else float(timeout)


def getdefaulttimeout() -> float | None:
    return _default_timeout


def error_of(number: int) -> OSError:
    return OSError(number, os.strerror(number))


class BaseSocket:
    """What all that a socket can do is built upon."""

    # `socket.socket` adds the weak references and its own.
    __slots__ = ("_endpoint", "_family", "_fd", "_kind", "_proto", "_timeout")

    def __init__(
        self, family: int = -1, type: int = -1, proto: int = -1, fileno: Any = None
    ) -> None:
        self._fd = -1
        if fileno is not None:
            if isinstance(fileno, float):
                raise TypeError("integer argument expected, got float")
            if fileno < 0:
                raise ValueError("negative file descriptor")
            endpoint = network.endpoint_of(fileno)
            if endpoint is None:
                os.fstat(fileno)
                raise error_of(errno.ENOTSOCK)
            self._fd = int(fileno)
        else:
            family = names.AF_INET if family == -1 else int(family)
            kind = (names.SOCK_STREAM if type == -1 else int(type)) & 0xF
            if family not in (names.AF_INET, names.AF_INET6, names.AF_UNIX):
                raise error_of(errno.EAFNOSUPPORT)
            if kind not in _KINDS:
                raise error_of(errno.EPROTONOSUPPORT)
            endpoint = Endpoint(family, kind)
            self._fd = network.open_descriptor(endpoint)
        self._endpoint: Endpoint | None = endpoint
        # In slots of their own: `socket.socket` has properties of the plain names.
        self._family = endpoint.family
        self._kind = endpoint.kind
        self._proto = 0 if proto == -1 else int(proto)
        self._timeout: float | None = _default_timeout

    family = property(lambda self: self._family)
    type = property(lambda self: self._kind)
    proto = property(lambda self: self._proto)

    # --- life

    def fileno(self) -> int:
        return self._fd

    def close(self) -> None:
        fd, self._fd, self._endpoint = self._fd, -1, None
        if fd >= 0:
            network.close_descriptor(fd)

    def detach(self) -> int:
        fd, self._fd, self._endpoint = self._fd, -1, None
        let_open()
        return fd

    def __del__(self) -> None:
        if getattr(self, "_fd", -1) >= 0:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def __repr__(self) -> str:
        return (
            f"<socket object, fd={self._fd}, family={int(self._family)}, "
            f"type={int(self._kind)}, proto={self._proto}>"
        )

    # --- waiting

    @property
    def timeout(self) -> float | None:
        return self._timeout

    def gettimeout(self) -> float | None:
        return self._timeout

    def settimeout(self, value: Any) -> None:
        if value is not None:
            value = float(value)
            if value < 0:
                raise ValueError("Timeout value out of range")
        self._timeout = value
        if self._endpoint is not None:
            self._endpoint.is_blocking = value is None

    def setblocking(self, flag: Any) -> None:
        self.settimeout(None if flag else 0.0)

    def getblocking(self) -> bool:
        return self._timeout is None or self._timeout > 0

    def _wait(self, ready: Callable[[], bool], what: str, flags: int = 0) -> None:
        if ready():
            return
        if self._timeout == 0 or flags & _MSG_DONTWAIT:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        if not wait_for(lambda: self._endpoint is None or ready(), self._timeout, what):
            raise TimeoutError("timed out")

    def _live(self) -> Endpoint:
        if self._endpoint is None:
            raise error_of(errno.EBADF)
        return self._endpoint

    # --- addresses

    def _address(self, address: Any, caller: str) -> tuple[Any, int]:
        if self._family == names.AF_UNIX:
            return names.path_of(address), 0
        if not isinstance(address, tuple):
            family = "AF_INET" if self._family == names.AF_INET else "AF_INET6"
            kind = type(address).__name__
            raise TypeError(f"{caller}(): {family} address must be tuple, not {kind}")
        if len(address) != 2 and (self._family == names.AF_INET or len(address) > 4):
            family = "AF_INET" if self._family == names.AF_INET else "AF_INET6"
            wanted = "a pair (host, port)" if self._family == names.AF_INET else "a tuple"
            raise TypeError(f"{family} address must be {wanted}")
        parts: tuple[Any, ...] = address
        host, port = parts[0], parts[1].__index__()
        if not 0 <= port <= 65_535:
            raise OverflowError(f"{caller}(): port must be 0-65535.")
        return names.host_of(self._family, host, gaierror), port

    def bind(self, address: Any, /) -> None:
        network.bind(self._live(), *self._address(address, "bind"))

    def getsockname(self) -> Any:
        endpoint = self._live()
        if endpoint.address is None:
            return ("0.0.0.0", 0) if self._family == names.AF_INET else ("::", 0, 0, 0)
        return endpoint.address

    def getpeername(self) -> Any:
        endpoint = self._live()
        if not endpoint.is_connected:
            raise error_of(errno.ENOTCONN)
        return endpoint.peer_address if endpoint.peer_address is not None else ""
