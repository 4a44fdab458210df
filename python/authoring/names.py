"""Names that tests take from the learner's modules although the starter does not define them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Stranger:
    """One name that a test takes, and nobody who reads the starter could know of."""

    file: str
    line: int
    module: str
    name: str


def find_strangers(starters: Mapping[str, str], tests: Mapping[str, str]) -> list[Stranger]:
    """`starters` and `tests`: source by path. Each name once per test file, where it comes first.

    Files that do not parse, and modules whose names cannot be read off, say nothing.
    """
    defined: dict[str, set[str]] = {}
    for path, source in starters.items():
        names = defined_names(source)
        if names is not None:
            defined[_module_of(path)] = names
    found: dict[tuple[str, str, str], Stranger] = {}
    for path, source in tests.items():
        for module, name, line in _taken_names(source, set(defined)):
            is_known = name in defined[module] or f"{module}.{name}" in defined
            if not is_known and not name.startswith("__"):
                found.setdefault((path, module, name), Stranger(path, line, module, name))
    return sorted(found.values(), key=lambda it: (it.file, it.line, it.name))


def defined_names(source: str) -> set[str] | None:
    """The names a module has once it is imported; None where reading does not tell."""
    tree = _parse(source)
    if tree is None:
        return None
    names: set[str] = set()
    for node in _at_module_level(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Import):
            names.update(alias.asname or alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            names.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            names.add(node.rest)
    names.update(
        name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names
    )
    return None if {"*", "__getattr__"} & names else names


def _at_module_level(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when the module is imported; the insides of functions do not."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
        ):
            yield from _at_module_level(child)


def _taken_names(source: str, modules: set[str]) -> Iterator[tuple[str, str, int]]:
    tree = _parse(source)
    if tree is None:
        return
    #: How the file calls a module, in the order of its imports.
    called: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in modules:
                    called[alias.asname or alias.name] = inner
                elif node.module in modules and alias.name != "*":
                    yield node.module, alias.name, node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in modules:
                    called[alias.asname or alias.name] = alias.name
    yield from _read_attributes(tree, called)


def _read_attributes(node: ast.AST, called: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        # A fixture with the module's name stands for whatever it returns.
        parameters = {argument.arg for argument in _arguments(node.args)}
        called = {name: module for name, module in called.items() if name not in parameters}
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        module = called.get(ast.unparse(node.value))
        if module is not None:
            yield module, node.attr, node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _read_attributes(child, called)


def _arguments(spec: ast.arguments) -> list[ast.arg]:
    stars = [argument for argument in (spec.vararg, spec.kwarg) if argument is not None]
    return [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *stars]


def _module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _parse(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return None
