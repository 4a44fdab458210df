"""Addresses as bytes, and numbers in the network's byte order."""

from __future__ import annotations

import errno
import ipaddress
import os
import sys
from typing import Any

from kernel.sockets.names import AF_INET, AF_INET6


def inet_pton(family: int, text: str, /) -> bytes:
    kinds: Any = {AF_INET: ipaddress.IPv4Address, AF_INET6: ipaddress.IPv6Address}
    if int(family) not in kinds:
        raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
    try:
        return kinds[int(family)](text).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family: int, packed: Any, /) -> str:
    if len(packed) != (4 if int(family) == AF_INET else 16):
        raise ValueError("invalid length of packed IP address string")
    return str(ipaddress.ip_address(bytes(packed)))


def inet_aton(text: str, /) -> bytes:
    try:
        return ipaddress.IPv4Address(text).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_aton") from None


def inet_ntoa(packed: Any, /) -> str:
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return str(ipaddress.IPv4Address(bytes(packed)))


def htons(number: int, /) -> int:
    return _swap(number, 2)


def ntohs(number: int, /) -> int:
    return _swap(number, 2)


def htonl(number: int, /) -> int:
    return _swap(number, 4)


def ntohl(number: int, /) -> int:
    return _swap(number, 4)


def _swap(number: int, size: int) -> int:
    return int.from_bytes(number.to_bytes(size, sys.byteorder), "big")


FUNCTIONS = (inet_pton, inet_ntop, inet_aton, inet_ntoa, htons, ntohs, htonl, ntohl)
