"""How a socket reads: streams and packets."""

from __future__ import annotations

import errno
from typing import Any

from kernel.sockets.base_socket import BaseSocket, error_of
from kernel.sockets.endpoint import Endpoint
from kernel.sockets.transfer import take
from kernel.sockets.waiting import notify

__no_switch__ = True

_MSG_PEEK = 2


class ReadingSocket(BaseSocket):
    """`recv` and its kin."""

    __slots__ = ()

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
        if nbytes > len(view):
            raise ValueError("nbytes is greater than the length of the buffer")
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
            raise error_of(errno.ENOTCONN)
        self._wait(endpoint.is_readable, "data", flags)
        self._live()
        if not endpoint.is_stream:
            return self._take_mail(endpoint, size, flags)
        return take(endpoint, size, is_peek=bool(flags & _MSG_PEEK)), None

    def _take_mail(self, endpoint: Endpoint, size: int, flags: int) -> tuple[bytes, Any]:
        if not endpoint.mail:
            return b"", None
        data, sender = endpoint.mail[0]
        if not flags & _MSG_PEEK:
            endpoint.mail.popleft()
            notify()
        return data[:size], sender
