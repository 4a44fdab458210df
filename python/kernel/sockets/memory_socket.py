"""The class below `socket.socket`: CPython's `_socket.socket`, over memory."""

from __future__ import annotations

import errno
import os
from _socket import gaierror
from typing import Any

from kernel.sockets import names, network
from kernel.sockets.base_socket import error_of
from kernel.sockets.reading import ReadingSocket
from kernel.sockets.waiting import notify
from kernel.sockets.writing import WritingSocket

__no_switch__ = True

_SOL_SOCKET, _SO_TYPE, _SO_ERROR, _SO_ACCEPTCONN = 1, 3, 4, 30
_SO_PROTOCOL, _SO_DOMAIN = 38, 39


class socket(ReadingSocket, WritingSocket):
    """A socket that reaches the sockets of the same run."""

    __slots__ = ()

    # --- connections

    def listen(self, backlog: int = 128, /) -> None:
        endpoint = self._live()
        if not endpoint.is_stream:
            raise error_of(errno.EOPNOTSUPP)
        if endpoint.key is None:
            network.bind(endpoint, names.ANY.get(self._family, ""), 0)
        network.listen(endpoint, backlog)

    def _accept(self) -> tuple[int, Any]:
        endpoint = self._live()
        if endpoint.backlog is None:
            raise error_of(errno.EINVAL)
        self._wait(lambda: bool(endpoint.backlog), "a connection")
        if not self._live().backlog:
            raise error_of(errno.EINVAL)
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
            raise error_of(errno.EISCONN)
        listener = network.find(endpoint, host, port)
        if listener is None or listener.backlog is None:
            is_missing = self._family == names.AF_UNIX and not os.path.exists(host)
            raise error_of(errno.ENOENT if is_missing else errno.ECONNREFUSED)
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
            raise error_of(errno.ENOTCONN)
        network.shut(endpoint, reading=how in (0, 2), writing=how in (1, 2))

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
