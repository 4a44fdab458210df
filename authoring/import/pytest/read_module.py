"""Read one Python module: what it imports, what it offers, and itself with the bodies taken out.

Runs inside the interpreter that challenges are for, so that its grammar is the one that counts.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator

_TODO = "raise NotImplementedError"
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def read_module(source: str) -> str:
    """Return a JSON object; with `error` alone when the text is not Python.

    `starter` equals the text when there is nothing to take out. `kept` names functions that the
    module itself calls while it is imported: without their bodies it could not be imported.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return json.dumps({"error": str(getattr(error, "msg", error)), "line": line})
    kept = _called_at_import(tree)
    functions = [f for f in _functions(tree) if not _is_trivial(f)]
    taken = [f for f in functions if f.name not in kept]
    return json.dumps(
        {
            "starter": _without_bodies(source, taken),
            "kept": sorted({f.name for f in functions if f.name in kept}),
            "imports": _imports(tree),
            "offers": _offers(tree),
            "summary": (ast.get_docstring(tree) or "").split("\n\n")[0].replace("\n", " "),
            "hasTests": any(name.startswith("test") for name in _names_of_functions(tree)),
        }
    )


def list_standard_library() -> str:
    """Return the names of all modules that come with Python, as a JSON list."""
    return json.dumps(sorted(sys.stdlib_module_names))


def _functions(node: ast.AST) -> Iterator[_Function]:
    """Functions and methods, but none that stands inside another."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _Function):
            yield child
        elif not isinstance(child, ast.expr):
            yield from _functions(child)


def _names_of_functions(tree: ast.Module) -> Iterator[str]:
    return (node.name for node in ast.walk(tree) if isinstance(node, _Function))


def _is_trivial(function: _Function) -> bool:
    """Whether there is nothing in it but a docstring, `pass`, `...` or NotImplementedError."""
    if any("abstractmethod" in ast.unparse(item) for item in function.decorator_list):
        return True
    return all(
        isinstance(statement, ast.Pass)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        or (isinstance(statement, ast.Raise) and "NotImplementedError" in ast.unparse(statement))
        for statement in function.body
    )


def _called_at_import(tree: ast.Module) -> set[str]:
    """Names that the module uses while it is imported, and what these use in turn."""
    by_name: dict[str, list[_Function]] = {}
    for function in _functions(tree):
        by_name.setdefault(function.name, []).append(function)
    classes = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    seen: set[str] = set()
    todo = list(_names_run_by(tree))
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        for function in by_name.get(name, []):
            todo += (n for statement in function.body for n in _all_names(statement))
        if name in classes:
            todo += ("__init__", "__new__", "__post_init__", "__init_subclass__", "__set_name__")
    return seen


def _names_run_by(node: ast.AST) -> Iterator[str]:
    """Names that are called (or used as decorators) when the node's statements run."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "__name__" in ast.unparse(child.test):
            continue
        if isinstance(child, _Function):
            for outside in (*child.decorator_list, *child.args.defaults, *child.args.kw_defaults):
                if outside is not None:
                    yield from _all_names(outside)
            continue
        if isinstance(child, ast.ClassDef):
            for outside in (*child.decorator_list, *child.keywords):
                yield from _all_names(outside)
        if isinstance(child, ast.Call):
            yield from _all_names(child)
        yield from _names_run_by(child)


def _all_names(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Name):
            yield child.id
        elif isinstance(child, ast.Attribute):
            yield child.attr


def _without_bodies(source: str, functions: list[_Function]) -> str:
    """Everything else stays as it is written: comments, decorators, blank lines."""
    lines = source.encode().splitlines(keepends=True)
    for function in sorted(functions, key=lambda f: f.lineno, reverse=True):
        _take_body(lines, function)
    return b"".join(lines).decode()


def _take_body(lines: list[bytes], function: _Function) -> None:
    """Replace the statements after the docstring; lines are counted from 1, columns in bytes."""
    body = function.body
    has_docstring = ast.get_docstring(function, clean=False) is not None
    statements = body[1:] if has_docstring else body
    first, last = statements[0], statements[-1]
    start, end = first.lineno - 1, last.end_lineno or last.lineno
    before = lines[start][: first.col_offset]
    if before.strip() == b"":
        indent = before
        top = (body[0].end_lineno or 0) if has_docstring else function.lineno
        # Comments of the body tell how it is done, so they go with it.
        while start > top and _is_comment(lines[start - 1], indent):
            start -= 1
        while end < len(lines) and _is_comment(lines[end], indent):
            end += 1
    lines[start:end] = [before + _TODO.encode() + b"\n"]


def _is_comment(line: bytes, indent: bytes) -> bool:
    return line.startswith(indent) and line.strip().startswith(b"#")


def _imports(tree: ast.Module) -> list[dict[str, object]]:
    """Every import, also those inside functions: module, names, and dots before it."""
    found: list[dict[str, object]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += ({"module": alias.name, "names": [], "level": 0} for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
            found.append({"module": node.module or "", "names": names, "level": node.level})
    return found


def _offers(tree: ast.Module) -> list[dict[str, str]]:
    """Public functions and classes: how each is written, and its docstring's first line."""
    offers: list[dict[str, str]] = []
    for node in tree.body:
        if not isinstance(node, (_Function, ast.ClassDef)) or node.name.startswith("_"):
            continue
        doc = (ast.get_docstring(node) or "").split("\n")[0]
        if isinstance(node, ast.ClassDef):
            offers.append({"signature": f"class {node.name}", "doc": doc})
        else:
            word = "async def " if isinstance(node, ast.AsyncFunctionDef) else ""
            signature = f"{word}{node.name}({ast.unparse(node.args)})"
            offers.append({"signature": signature, "doc": doc})
    return offers
