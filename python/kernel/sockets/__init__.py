"""Sockets without a network: servers and clients of one run talk to each other in memory."""

from kernel.sockets.install import install

__all__ = ["install"]
