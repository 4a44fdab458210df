"""Moves bytes between the two ends of a stream."""

from __future__ import annotations

import errno
import os

from kernel.sockets.endpoint import Endpoint
from kernel.sockets.waiting import notify

__no_switch__ = True


def take(endpoint: Endpoint, size: int, *, is_peek: bool = False) -> bytes:
    """What has come, `size` bytes at most; empty when no more will. Called when readable."""
    if endpoint.is_reset and not endpoint.inbox:
        endpoint.is_reset = False
        raise _error(errno.ECONNRESET)
    data = bytes(endpoint.inbox[:size])
    if not is_peek:
        del endpoint.inbox[:size]
        notify()
    return data


def put(endpoint: Endpoint, data: memoryview) -> int:
    """Writes what there is room for, and returns how much that is. Called when writable."""
    if endpoint.is_reset:
        endpoint.is_reset = False
        raise _error(errno.ECONNRESET)
    peer = endpoint.peer
    if endpoint.is_output_over or peer is None:
        raise _error(errno.EPIPE)
    if peer.is_input_over and peer.references == 0:
        raise _error(errno.EPIPE)
    count = min(len(data), endpoint.room())
    peer.inbox += data[:count]
    notify()
    return count


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
