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


def numbers(version):
    """(3, 14, 2) for "3.14.2"; None for what is no row of numbers."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else None


def best_match(spec, installed):
    """The installed version that is meant by the spec, or None."""
    if spec in installed:
        return spec
    wanted = numbers(spec)
    if wanted is None:
        return None
    candidates = [
        version
        for version in installed
        if (row := numbers(version)) is not None and row[: len(wanted)] == wanted
    ]
    return max(candidates, key=numbers, default=None)


def specs_in(text):
    """What a version file asks for, without comments."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def places(cwd, env, root):
    """Everywhere something may be said, in order: (what it says, who says it)."""
    yield [spec for spec in env.get("PYENV_VERSION", "").split(":") if spec], "PYENV_VERSION"
    files = [folder / ".python-version" for folder in (cwd,)]
    for file in [*files, root / "version"]:
        if file.is_file():
            yield specs_in(file.read_text()), file
    yield ["system"], "default"


def resolve(cwd, env, root, installed):
    """Which Python a command starts in this folder, with this environment."""
    specs, set_by = next((specs, who) for specs, who in places(cwd, env, root) if specs)
    versions = []
    for spec in specs:
        version = spec if spec == "system" else best_match(spec, installed)
        if version is None:
            raise NotInstalled(f"version {spec} is not installed (set by {set_by})")
        versions.append(version)
    return Choice(versions, set_by)


def shim_path(env, root):
    """The PATH with pyenv's shims in front."""
    shims = str(root / "shims")
    path = env.get("PATH", "")
    folders = path.split(os.pathsep) if path else []
    return os.pathsep.join([shims, *(folder for folder in folders if folder != shims)])
