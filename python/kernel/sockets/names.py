"""Names and addresses: this machine has itself, and nothing else can be reached."""

from __future__ import annotations

import errno
import ipaddress
import os
from typing import Any

__no_switch__ = True

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
_PROTOCOLS = {SOCK_STREAM: 6, SOCK_DGRAM: 17}
_SERVICES = {"http": 80, "https": 443, "ftp": 21, "ssh": 22, "domain": 53, "smtp": 25, "echo": 7}

HOST_NAME = "localhost"
ANY = {AF_INET: "0.0.0.0", AF_INET6: "::"}
LOOPBACK = {AF_INET: "127.0.0.1", AF_INET6: "::1"}

EAI_FAMILY, EAI_NONAME, EAI_SERVICE = -6, -2, -8


def unreachable(host: object) -> OSError:
    return OSError(
        errno.ENETUNREACH,
        f"{host} cannot be reached: a program here has no network. Servers and clients of the "
        "same run can talk to each other on 127.0.0.1",
    )


def host_of(family: int, host: Any, gaierror: type[OSError]) -> str:
    """The numeric address for what a program wrote; only this machine's names are known."""
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode("ascii")
    if not isinstance(host, str):
        kind = type(host).__name__
        raise TypeError(f"str, bytes or bytearray expected, not {kind}")
    if host == "":
        return ANY[family]
    if host.lower() in (HOST_NAME, "localhost.localdomain", "ip6-localhost"):
        return LOOPBACK[family]
    if host == "<broadcast>":
        return "255.255.255.255"
    if not is_numeric(family, host):
        raise unknown_name(host, gaierror)
    return str(ipaddress.ip_address(host.partition("%")[0]))


def is_numeric(family: int, host: str) -> bool:
    try:
        version = ipaddress.ip_address(host.partition("%")[0]).version
    except ValueError:
        return False
    return version == (4 if family == AF_INET else 6)


def is_here(host: str) -> bool:
    """Whether the numeric address belongs to this machine."""
    address = ipaddress.ip_address(host)
    return address.is_loopback or address.is_unspecified


def unknown_name(host: object, gaierror: type[OSError]) -> OSError:
    return gaierror(
        EAI_NONAME,
        f"Name or service not known: {host} (a program here has no network; "
        "localhost is the one name it knows)",
    )


def make_getaddrinfo(gaierror: type[OSError]) -> Any:
    def getaddrinfo(
        host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[tuple[int, int, int, str, Any]]:
        number = _port(port, gaierror)
        kinds = [kind for kind in (SOCK_STREAM, SOCK_DGRAM) if type in (0, kind)]
        if proto:
            kinds = [kind for kind in kinds if _PROTOCOLS[kind] == proto] or kinds
        families = [known for known in (AF_INET6, AF_INET) if family in (0, known)]
        if not families or not kinds:
            raise gaierror(EAI_FAMILY, "ai_family not supported")
        if isinstance(host, (bytes, bytearray)):
            host = bytes(host).decode("idna")
        scope = _scope(host)
        found = [
            (each, kind, _PROTOCOLS[kind], "", _address(each, numeric, number, scope))
            for each in families
            for numeric in _hosts(each, host, flags)
            for kind in kinds
        ]
        if not found:
            raise unknown_name(host, gaierror)
        return found

    return getaddrinfo


def _hosts(family: int, host: str | None, flags: int) -> list[str]:
    if host is None or host == "":
        # AI_PASSIVE
        return [ANY[family] if flags & 1 else LOOPBACK[family]]
    if is_numeric(family, host):
        return [str(ipaddress.ip_address(host.partition("%")[0]))]
    if host.lower() == HOST_NAME and not flags & 4:
        return [LOOPBACK[family]]
    return []


def _address(family: int, host: str, port: int, scope: int) -> Any:
    return (host, port) if family == AF_INET else (host, port, 0, scope)


def _scope(host: str | None) -> int:
    """The number of the interface behind the `%` of an IPv6 address; 0 where there is none."""
    zone = (host or "").partition("%")[2]
    return int(zone) if zone.isdecimal() else int(zone != "")


def _port(port: Any, gaierror: type[OSError]) -> int:
    if isinstance(port, (bytes, bytearray)):
        port = bytes(port).decode()
    if port is None or port == "":
        return 0
    if isinstance(port, str):
        if port.isdecimal():
            return int(port)
        if port in _SERVICES:
            return _SERVICES[port]
        raise gaierror(EAI_SERVICE, "Servname not supported for ai_socktype")
    return int(port) & 0xFFFF


def path_of(address: Any) -> str | bytes:
    """A Unix socket's address: a path, or a name in the abstract name space."""
    if isinstance(address, (bytes, bytearray)):
        address = bytes(address)
        if address[:1] == b"\0":
            return address
    return os.fsdecode(address)
