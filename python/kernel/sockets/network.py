"""What is connected to what: the state behind every socket, and who listens where."""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Callable
from typing import Any

from kernel.sockets import names
from kernel.sockets.endpoint import Endpoint
from kernel.sockets.waiting import notify

__no_switch__ = True

_FIRST_PORT = 49_152

_by_descriptor: dict[int, Endpoint] = {}
#: Those that a program has made inheritable; none is when it is made.
_inheritable: set[int] = set()
_bound: dict[tuple[Any, ...], Endpoint] = {}
_next_port = _FIRST_PORT
# `os.close` will come here for ours.
_plain_close = os.close
#: Makes a file of a path one that `stat` takes for a socket; only the worker can.
_mark_socket_file: Callable[[str], object] = lambda path: None  # noqa: E731


def open_descriptor(endpoint: Endpoint) -> int:
    """A descriptor of its own for the endpoint: the number of an open file, so that none has it."""
    # Non-blocking, because `signal.set_wakeup_fd` insists on it.
    descriptor = os.open(os.devnull, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
    _by_descriptor[descriptor] = endpoint
    endpoint.references += 1
    return descriptor


def endpoint_of(descriptor: int) -> Endpoint | None:
    return _by_descriptor.get(descriptor)


def is_inheritable(descriptor: int) -> bool:
    return descriptor in _inheritable


def set_inheritable(descriptor: int, inheritable: bool) -> None:
    if inheritable:
        _inheritable.add(descriptor)
    else:
        _inheritable.discard(descriptor)


def use_socket_files(mark: Callable[[str], object]) -> None:
    """`mark(path)` makes the file there one that `stat` takes for a socket."""
    global _mark_socket_file
    _mark_socket_file = mark


def close_descriptor(descriptor: int) -> None:
    endpoint = _by_descriptor.pop(descriptor, None)
    if endpoint is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    _inheritable.discard(descriptor)
    _plain_close(descriptor)
    endpoint.references -= 1
    if endpoint.references == 0:
        _close(endpoint)


def connect_pair(first: Endpoint, second: Endpoint) -> None:
    first.peer, second.peer = second, first
    first.is_connected = second.is_connected = True


def bind(endpoint: Endpoint, host: Any, port: int) -> None:
    """Takes an address; port 0 is any free one."""
    if endpoint.key is not None:
        raise _os_error(errno.EINVAL)
    if endpoint.family == names.AF_UNIX:
        key: tuple[Any, ...] = (names.AF_UNIX, host)
        # A path is free again when its file is gone, whoever still listens there.
        if os.path.lexists(host) if isinstance(host, str) else key in _bound:
            raise _os_error(errno.EADDRINUSE)
        if isinstance(host, str):
            _make_socket_file(host)
        endpoint.address = host
    else:
        if not names.is_here(host):
            raise _os_error(errno.EADDRNOTAVAIL)
        port = port or _free_port(endpoint)
        if any(_is_taken(endpoint, host, port)):
            raise _os_error(errno.EADDRINUSE)
        key = (endpoint.family, endpoint.kind, host, port)
        endpoint.address = full_address(endpoint.family, host, port)
    _bound[key] = endpoint
    endpoint.key = key


def find(endpoint: Endpoint, host: Any, port: int) -> Endpoint | None:
    """Who is bound where a packet or a connection of `endpoint` is going."""
    if endpoint.family == names.AF_UNIX:
        if isinstance(host, str) and not os.path.lexists(host):
            return None
        found = _bound.get((names.AF_UNIX, host))
        return found if found is not None and found.kind == endpoint.kind else None
    if not names.is_here(host):
        raise names.unreachable(host)
    anywhere = names.ANY[endpoint.family]
    where = names.LOOPBACK[endpoint.family] if host == anywhere else host
    for name in (where, anywhere):
        found = _bound.get((endpoint.family, endpoint.kind, name, port))
        if found is not None:
            return found
    return None


def full_address(family: int, host: Any, port: int) -> Any:
    """The address as programs see it."""
    if family == names.AF_UNIX:
        return host
    return (host, port) if family == names.AF_INET else (host, port, 0, 0)


def name(endpoint: Endpoint) -> None:
    """Gives an address to an endpoint that has none."""
    if endpoint.key is None and endpoint.family != names.AF_UNIX:
        bind(endpoint, names.LOOPBACK[endpoint.family], 0)


def listen(endpoint: Endpoint, backlog: int) -> None:
    if endpoint.backlog is None:
        endpoint.backlog = deque()
    endpoint.backlog_size = max(1, backlog + 1)


def has_room(listener: Endpoint) -> bool:
    """Whether another connection can wait to be accepted; also when nobody will accept any."""
    backlog = listener.backlog
    return backlog is None or listener.references == 0 or len(backlog) < listener.backlog_size


def connect(client: Endpoint, listener: Endpoint) -> None:
    """Makes the server's end, which waits in the listener's queue."""
    if listener.backlog is None or listener.references == 0:
        raise _os_error(errno.ECONNREFUSED)
    name(client)
    server = Endpoint(client.family, client.kind)
    server.address = listener.address
    if client.family != names.AF_UNIX:
        # A listener on every address is met at the loopback one.
        host = names.LOOPBACK[client.family]
        bound = listener.address[0]
        host = host if bound == names.ANY[client.family] else bound
        server.address = full_address(client.family, host, listener.address[1])
    server.peer_address = client.address
    client.peer_address = server.address
    connect_pair(client, server)
    listener.backlog.append(server)
    notify()


def shut(endpoint: Endpoint, reading: bool, writing: bool) -> None:
    if reading:
        endpoint.is_input_over = True
    if writing and not endpoint.is_output_over:
        endpoint.is_output_over = True
        if endpoint.peer is not None:
            endpoint.peer.is_input_over = True
    notify()


def _close(endpoint: Endpoint) -> None:
    if endpoint.key is not None and _bound.get(endpoint.key) is endpoint:
        del _bound[endpoint.key]
    for waiting in endpoint.backlog or ():
        _close(waiting)
    peer = endpoint.peer
    if peer is not None:
        if endpoint.inbox and endpoint.is_stream and not endpoint.is_pipe:
            peer.is_reset = True
        peer.is_input_over = True
        peer.peer = None
        endpoint.peer = None
    endpoint.is_connected = False
    notify()


def _free_port(endpoint: Endpoint) -> int:
    global _next_port
    while True:
        port = _next_port
        _next_port = _FIRST_PORT if _next_port == 65_535 else _next_port + 1
        if not any(key[1] == endpoint.kind and key[3] == port for key in _bound if len(key) == 4):
            return port


def _is_taken(endpoint: Endpoint, host: str, port: int) -> list[bool]:
    anywhere = names.ANY[endpoint.family]
    return [
        host in (key[2], anywhere) or key[2] == anywhere
        for key in _bound
        if len(key) == 4 and (key[0], key[1], key[3]) == (endpoint.family, endpoint.kind, port)
    ]


def _make_socket_file(path: str) -> None:
    if not os.path.isdir(os.path.dirname(path) or "."):
        raise _os_error(errno.ENOENT)
    with open(path, "xb"):
        pass
    _mark_socket_file(path)


def _os_error(number: int) -> OSError:
    return OSError(number, os.strerror(number))
