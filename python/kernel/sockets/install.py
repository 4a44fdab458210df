"""Puts sockets in memory below the unmodified `socket`, `select` and `selectors`."""

from __future__ import annotations

import errno
import importlib
import os
import selectors
import socket as socket_module
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from kernel.sockets import descriptors, names, network, numbers, selecting
from kernel.sockets.base_socket import getdefaulttimeout, setdefaulttimeout
from kernel.sockets.constants import CONSTANTS
from kernel.sockets.endpoint import Endpoint
from kernel.sockets.late import add_unix_streams
from kernel.sockets.memory_socket import socket

__no_switch__ = True

_FAMILIES = ("AF_", "AI_", "EAI_", "NI_", "SHUT_", "SO")
_OURS = [name for name in CONSTANTS if name.startswith(_FAMILIES)]
_OURS += ["MSG_PEEK", "MSG_DONTWAIT"]


def install(mark_socket_file: Callable[[str], object]) -> None:
    """Called once per interpreter, in the browser.

    `mark_socket_file(path)` makes the file at the path one that `stat` takes for a socket.
    """
    network.use_socket_files(mark_socket_file)
    descriptors.install()
    plain: Any = sys.modules["_socket"]
    module: Any = ModuleType("_socket", "Sockets that reach the sockets of the same run.")
    module.__dict__.update({**CONSTANTS, **plain.__dict__})
    # The code of this package counts in Linux's numbers.
    module.__dict__.update({name: CONSTANTS[name] for name in _OURS})
    module.socket = module.SocketType = socket
    module.has_ipv6 = True
    module.CAPI = None
    for function in (close, dup, socketpair, setdefaulttimeout, getdefaulttimeout, gethostname):
        setattr(module, function.__name__, function)
        function.__module__ = "_socket"
    module.getaddrinfo = names.make_getaddrinfo(plain.gaierror)
    module.getnameinfo = _make_getnameinfo(plain.gaierror)
    module.gethostbyname = lambda name: names.host_of(names.AF_INET, name, plain.gaierror)
    module.gethostbyname_ex = lambda name: (name, [], [module.gethostbyname(name)])
    module.gethostbyaddr = lambda address: (names.HOST_NAME, [], [address])
    for function in numbers.FUNCTIONS:
        setattr(module, function.__name__, function)
    sys.modules["_socket"] = module
    importlib.reload(socket_module)
    add_unix_streams()

    select: Any = importlib.import_module("select")
    select.select = selecting.select
    select.poll = selecting.poll
    for name in ("DefaultSelector", "SelectSelector", "PollSelector"):
        setattr(selectors, name, selecting.MemorySelector)


def close(fd: int, /) -> None:
    network.close_descriptor(fd)


def dup(fd: int, /) -> int:
    endpoint = network.endpoint_of(fd)
    if endpoint is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return network.open_descriptor(endpoint)


def socketpair(family: int = names.AF_UNIX, type: int = names.SOCK_STREAM, proto: int = 0) -> Any:
    kind: Any = sys.modules["_socket"]
    first, second = (Endpoint(int(family), int(type) & 0xF) for _ in range(2))
    network.connect_pair(first, second)
    return tuple(
        kind.socket(family, type, proto, network.open_descriptor(end)) for end in (first, second)
    )


def gethostname() -> str:
    return names.HOST_NAME


def _make_getnameinfo(gaierror: type[OSError]) -> Any:
    def getnameinfo(address: Any, flags: int, /) -> tuple[str, str]:
        host, port = address[:2]
        family = names.AF_INET6 if ":" in host else names.AF_INET
        numeric = names.host_of(family, host, gaierror)
        # NI_NUMERICHOST
        known = names.HOST_NAME if not flags & 1 and names.is_here(numeric) else numeric
        return known, str(port)

    return getnameinfo
