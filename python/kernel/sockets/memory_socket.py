"""The class below `socket.socket`: CPython's `_socket.socket`, over memory."""

from __future__ import annotations

import errno
import os
import warnings
from collections.abc import Callable
from typing import Any

from kernel.sockets import names, network
from kernel.sockets.network import Endpoint
from kernel.sockets.waiting import notify, wait_for

__no_switch__ = True

_MSG_PEEK, _MSG_DONTWAIT = 2, 64
_SOL_SOCKET, _SO_TYPE, _SO_ERROR, _SO_ACCEPTCONN = 1, 3, 4, 30
_SO_PROTOCOL, _SO_DOMAIN = 38, 39
_KINDS = (names.SOCK_STREAM, names.SOCK_DGRAM)


def make_socket_class(gaierror: type[OSError], default_timeout: Callable[[], Any]) -> type:
    """The class, with the exceptions of the module it is for."""

    class socket:
        """A socket that reaches the sockets of the same run."""

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
                    raise _error(errno.ENOTSOCK)
                self._fd = int(fileno)
            else:
                family = names.AF_INET if family == -1 else int(family)
                kind = (names.SOCK_STREAM if type == -1 else int(type)) & 0xF
                if family not in (names.AF_INET, names.AF_INET6, names.AF_UNIX):
                    raise _error(errno.EAFNOSUPPORT)
                if kind not in _KINDS:
                    raise _error(errno.EPROTONOSUPPORT)
                endpoint = Endpoint(family, kind)
                self._fd = network.open_descriptor(endpoint)
            self._endpoint: Endpoint | None = endpoint
            # In slots of their own: `socket.socket` has properties of the plain names.
            self._family = endpoint.family
            self._kind = endpoint.kind
            self._proto = 0 if proto == -1 else int(proto)
            self._timeout: float | None = default_timeout()

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

        def setblocking(self, flag: Any) -> None:
            self._timeout = None if flag else 0.0

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
                raise _error(errno.EBADF)
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
                raise _error(errno.ENOTCONN)
            return endpoint.peer_address if endpoint.peer_address is not None else ""

        # --- connections

        def listen(self, backlog: int = 128, /) -> None:
            endpoint = self._live()
            if not endpoint.is_stream:
                raise _error(errno.EOPNOTSUPP)
            if endpoint.key is None:
                network.bind(endpoint, names.ANY.get(self._family, ""), 0)
            network.listen(endpoint, backlog)

        def _accept(self) -> tuple[int, Any]:
            endpoint = self._live()
            if endpoint.backlog is None:
                raise _error(errno.EINVAL)
            self._wait(lambda: bool(endpoint.backlog), "a connection")
            if not self._live().backlog:
                raise _error(errno.EINVAL)
            made = endpoint.backlog.popleft()
            notify()
            return network.open_descriptor(made), made.peer_address

        def connect(self, address: Any, /) -> None:
            endpoint = self._live()
            host, port = self._address(address, "connect")
            if not endpoint.is_stream:
                network.find(endpoint, host, port)
                endpoint.peer_address = network.full_address(self._family, host, port)
                endpoint.is_connected = True
                network.name(endpoint)
                return
            if endpoint.is_connected:
                raise _error(errno.EISCONN)
            listener = network.find(endpoint, host, port)
            if listener is None or listener.backlog is None:
                is_missing = self._family == names.AF_UNIX and not os.path.exists(host)
                raise _error(errno.ENOENT if is_missing else errno.ECONNREFUSED)
            self._wait(lambda: network.has_room(listener), "room in the server's queue")
            network.connect(endpoint, listener)

        def connect_ex(self, address: Any, /) -> int:
            try:
                self.connect(address)
            except gaierror:
                raise
            except OSError as error:
                return error.errno or errno.EAGAIN
            return 0

        def shutdown(self, how: int, /) -> None:
            endpoint = self._live()
            if not endpoint.is_connected:
                raise _error(errno.ENOTCONN)
            network.shut(endpoint, reading=how in (0, 2), writing=how in (1, 2))

        # --- reading

        def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
            return self._receive(bufsize, flags)[0]

        def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
            return self._receive(bufsize, flags)

        def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
            return self.recvfrom_into(buffer, nbytes, flags)[0]

        def recvfrom_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
            view = memoryview(buffer).cast("B")
            if nbytes < 0:
                raise ValueError("negative buffersize in recvfrom_into")
            data, sender = self._receive(nbytes or len(view), flags)
            view[: len(data)] = data
            return len(data), sender

        def recvmsg(self, bufsize: int, ancbufsize: int = 0, flags: int = 0, /) -> Any:
            data, sender = self._receive(bufsize, flags)
            return data, [], 0, sender

        def _receive(self, size: int, flags: int) -> tuple[bytes, Any]:
            if size < 0:
                raise ValueError("negative buffersize in recv")
            endpoint = self._live()
            if endpoint.is_stream and not (endpoint.is_connected or endpoint.is_input_over):
                raise _error(errno.ENOTCONN)
            self._wait(endpoint.is_readable, "data", flags)
            self._live()
            if not endpoint.is_stream:
                return self._take_mail(endpoint, size, flags)
            if endpoint.is_reset and not endpoint.inbox:
                endpoint.is_reset = False
                raise _error(errno.ECONNRESET)
            data = bytes(endpoint.inbox[:size])
            if not flags & _MSG_PEEK:
                del endpoint.inbox[:size]
                notify()
            return data, None

        def _take_mail(self, endpoint: Endpoint, size: int, flags: int) -> tuple[bytes, Any]:
            if not endpoint.mail:
                return b"", None
            data, sender = endpoint.mail[0]
            if not flags & _MSG_PEEK:
                endpoint.mail.popleft()
                notify()
            return data[:size], sender

        # --- writing

        def send(self, data: Any, flags: int = 0, /) -> int:
            endpoint = self._live()
            view = memoryview(data).cast("B")
            if not endpoint.is_stream:
                return self._post(endpoint, bytes(view), endpoint.peer_address)
            if not endpoint.is_connected:
                raise _error(errno.EPIPE)
            if len(view) == 0:
                return 0
            self._wait(endpoint.is_writable, "room to write", flags)
            self._live()
            if endpoint.is_reset:
                endpoint.is_reset = False
                raise _error(errno.ECONNRESET)
            if endpoint.is_output_over or endpoint.peer is None:
                raise _error(errno.EPIPE)
            if endpoint.peer.is_input_over and endpoint.peer.references == 0:
                raise _error(errno.EPIPE)
            count = min(len(view), endpoint.room())
            endpoint.peer.inbox += view[:count]
            notify()
            return count

        def sendall(self, data: Any, flags: int = 0, /) -> None:
            view = memoryview(data).cast("B")
            while view:
                view = view[self.send(view, flags) :]

        def sendmsg(
            self, buffers: Any, ancdata: Any = (), flags: int = 0, address: Any = None
        ) -> int:
            data = b"".join(bytes(buffer) for buffer in buffers)
            return self.send(data, flags) if address is None else self.sendto(data, address)

        def sendto(self, data: Any, *rest: Any) -> int:
            if len(rest) not in (1, 2):
                raise TypeError(f"sendto() takes 2 or 3 arguments ({1 + len(rest)} given)")
            endpoint = self._live()
            if endpoint.is_stream:
                return self.send(data)
            host, port = self._address(rest[-1], "sendto")
            to = network.full_address(self._family, host, port)
            return self._post(endpoint, bytes(memoryview(data).cast("B")), to)

        def _post(self, endpoint: Endpoint, data: bytes, to: Any) -> int:
            if endpoint.peer is not None:
                endpoint.peer.mail.append((data, endpoint.address))
            elif to is None:
                raise _error(errno.EDESTADDRREQ)
            else:
                host, port = to[:2] if isinstance(to, tuple) else (to, 0)
                found = network.find(endpoint, host, port)
                network.name(endpoint)
                if found is not None:
                    found.mail.append((data, endpoint.address))
                elif endpoint.is_connected or self._family == names.AF_UNIX:
                    raise _error(errno.ECONNREFUSED)
            notify()
            return len(data)

        # --- options

        def setsockopt(self, level: int, name: int, value: Any, length: Any = None) -> None:
            self._live().options[int(level), int(name)] = value

        def getsockopt(self, level: int, name: int, size: int = 0, /) -> Any:
            endpoint = self._live()
            facts = {
                _SO_TYPE: endpoint.kind,
                _SO_ERROR: 0,
                _SO_ACCEPTCONN: int(endpoint.backlog is not None),
                _SO_PROTOCOL: self._proto,
                _SO_DOMAIN: endpoint.family,
            }
            value = facts.get(int(name)) if level == _SOL_SOCKET else None
            if value is None:
                value = endpoint.options.get((int(level), int(name)), 0)
            if size and isinstance(value, int):
                return value.to_bytes(4, "little")[:size]
            return int(value) if isinstance(value, (bool, int)) else value

    socket.__module__ = "_socket"
    socket.__qualname__ = "socket"
    return socket


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
