"""How a socket writes: streams and packets."""

from __future__ import annotations

import errno
from typing import Any

from kernel.sockets import names, network
from kernel.sockets.base_socket import BaseSocket, error_of
from kernel.sockets.endpoint import Endpoint
from kernel.sockets.transfer import put
from kernel.sockets.waiting import notify

__no_switch__ = True

#: The largest packet that IP carries: a length of 16 bits, less the headers.
_MOST_BYTES = {names.AF_INET: 65_507, names.AF_INET6: 65_527}


class WritingSocket(BaseSocket):
    """`send` and its kin."""

    __slots__ = ()

    def send(self, data: Any, flags: int = 0, /) -> int:
        endpoint = self._live()
        view = memoryview(data).cast("B")
        if not endpoint.is_stream:
            return self._post(endpoint, bytes(view), endpoint.peer_address)
        if not endpoint.is_connected:
            raise error_of(errno.EPIPE)
        if len(view) == 0:
            return 0
        self._wait(endpoint.is_writable, "room to write", flags)
        self._live()
        return put(endpoint, view)

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        view = memoryview(data).cast("B")
        while view:
            view = view[self.send(view, flags) :]

    def sendmsg(self, buffers: Any, ancdata: Any = (), flags: int = 0, address: Any = None) -> int:
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
        if len(data) > _MOST_BYTES.get(self._family, len(data)):
            raise error_of(errno.EMSGSIZE)
        if endpoint.peer is not None:
            endpoint.peer.mail.append((data, endpoint.address))
        elif to is None:
            raise error_of(errno.EDESTADDRREQ)
        else:
            host, port = to[:2] if isinstance(to, tuple) else (to, 0)
            found = network.find(endpoint, host, port)
            network.name(endpoint)
            if found is not None:
                found.mail.append((data, endpoint.address))
            elif endpoint.is_connected or self._family == names.AF_UNIX:
                raise error_of(errno.ECONNREFUSED)
        notify()
        return len(data)
