import os
from dataclasses import dataclass
from pathlib import Path


class NotInstalled(Exception):
    """A version was asked for that is not on this machine."""


@dataclass(frozen=True)
class Choice:
    """Which versions it is, and who has said so."""

    versions: list
    set_by: Path | str


def best_match(spec, installed):
    """The installed version that is meant by the spec, or None."""
    # TODO 1: is 3.9 newer than 3.14?
    ...


def resolve(cwd, env, root, installed):
    """Which Python a command starts in this folder, with this environment."""
    # TODO 2: the variable, the files upwards, the file of pyenv, the default.
    # TODO 3: what is asked for and not installed is a NotInstalled.
    ...


def shim_path(env, root):
    """The PATH with pyenv's shims in front."""
    # TODO 4
    ...
