"""One end of what two parties share: a socket, or a side of a pipe."""

from __future__ import annotations

from collections import deque
from typing import Any

from kernel.sockets import names

__no_switch__ = True

#: Bytes that wait for their reader at most; then the writer waits.
_SOCKET_BYTES = 212_992
PIPE_BYTES = 65_536
#: So much is written to a pipe as a whole or not at all.
ATOMIC_BYTES = 4_096


class Endpoint:
    """One end of a connection, a listener, or a mailbox. Duplicated descriptors share it."""

    def __init__(self, family: int, kind: int) -> None:
        self.family = family
        self.kind = kind
        self.references = 0
        self.key: tuple[Any, ...] | None = None
        self.address: Any = "" if family == names.AF_UNIX else None
        self.peer_address: Any = None
        self.peer: Endpoint | None = None
        self.is_connected = False
        self.backlog: deque[Endpoint] | None = None
        self.backlog_size = 0
        self.inbox = bytearray()
        self.mail: deque[tuple[bytes, Any]] = deque()
        self.is_input_over = False
        self.is_output_over = False
        self.is_reset = False
        #: Of every descriptor of this endpoint: whether plain reads and writes wait.
        self.is_blocking = True
        #: One end of a pipe reads, the other writes.
        self.is_pipe = False
        self.capacity = _SOCKET_BYTES
        self.options: dict[tuple[int, int], Any] = {}

    @property
    def is_stream(self) -> bool:
        return self.kind == names.SOCK_STREAM

    def is_readable(self) -> bool:
        if self.backlog is not None:
            return bool(self.backlog)
        if not self.is_stream:
            return bool(self.mail) or self.is_input_over
        return bool(self.inbox) or self.is_input_over or self.is_reset or not self.is_connected

    def is_writable(self) -> bool:
        if self.backlog is not None:
            return False
        if not self.is_stream:
            return True
        if not self.is_connected or self.is_output_over or self.peer is None:
            return True
        return self.room() >= (ATOMIC_BYTES if self.is_pipe else 1)

    def room(self) -> int:
        """Bytes that can be written now."""
        peer = self.peer
        return 0 if peer is None else max(0, peer.capacity - len(peer.inbox))
