"""Small mistakes that a program can be given: each makes one change in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
#: Statements that can be left out and leave a program behind that still makes sense.
_REMOVABLE = (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete, ast.Break, ast.Continue, ast.Assert)
#: Not in Python 3.11, which may run the tests of this module.
_TYPE_ALIAS: Any = getattr(ast, "TypeAlias", ast.pattern)


@dataclass(frozen=True)
class Mutation:
    """`line` counts from 1; `before` and `after` are the changed code, on one line each."""

    line: int
    before: str
    after: str
    #: The whole changed source.
    source: str


def make_mutations(source: str) -> list[Mutation]:
    """Every small mistake, in the order of the lines; no two of them make the same source.

    Raises SyntaxError when the source cannot be parsed.
    """
    text = _Text(source)
    seen = {source}
    found: list[Mutation] = []
    for node, changed in _changes(ast.parse(source)):
        mutated = text.replace(node, changed)
        if mutated in seen or not _compiles(mutated):
            continue
        seen.add(mutated)
        found.append(Mutation(node.lineno, _shorten(node), _shorten(changed), mutated))
    return sorted(found, key=lambda mutation: mutation.line)


_Located = ast.expr | ast.stmt


def _changes(tree: ast.AST) -> Iterator[tuple[_Located, _Located]]:
    """Each a node, and what to put in its place."""
    for node in _code(tree):
        if isinstance(node, ast.stmt):
            for changed in _change_statement(node):
                yield node, changed
        elif isinstance(node, ast.expr):
            for changed in _change_expression(node):
                yield node, changed
        test = getattr(node, "test", None)
        if isinstance(node, ast.If | ast.While | ast.IfExp) and isinstance(test, ast.expr):
            # Negated: the branches are swapped.
            is_constant = isinstance(test, ast.Constant)
            is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
            if not is_constant and not is_not:
                yield test, ast.UnaryOp(ast.Not(), test)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but docstrings, annotations and what runs only as a script."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_comment", "type_params", "decorator_list"):
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_script_part(child):
                continue
            if field == "body" and index == 0 and _is_docstring(child):
                continue
            yield child
            # A pattern's values are no expressions that could stand in brackets anywhere.
            if not isinstance(child, ast.pattern | ast.JoinedStr | _TYPE_ALIAS):
                yield from _code(child)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str | type(...))
    )


def _is_script_part(node: ast.AST) -> bool:
    """`if __name__ == "__main__":` and `if TYPE_CHECKING:`."""
    if not isinstance(node, ast.If):
        return False
    return any(
        isinstance(part, ast.Name) and part.id in ("__name__", "TYPE_CHECKING")
        for part in ast.walk(node.test)
    )


def _change_expression(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            other = _COMPARE[type(operator)]()
            ops = [*node.ops[:index], other, *node.ops[index + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)
    elif isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        yield ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from _change_constant(node.value)


def _change_constant(value: object) -> Iterator[ast.Constant]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value > 1:
            yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(value + 1.0)


def _change_statement(node: ast.stmt) -> Iterator[ast.stmt]:
    if isinstance(node, ast.Return) and node.value is not None:
        is_none = isinstance(node.value, ast.Constant) and node.value.value is None
        if not is_none:
            yield ast.Return(ast.Constant(None))
    if isinstance(node, _REMOVABLE) or _sets_elsewhere(node):
        yield ast.Pass()
    if isinstance(node, ast.AugAssign) and type(node.op) in _ARITHMETIC:
        yield ast.AugAssign(node.target, _ARITHMETIC[type(node.op)](), node.value)
    if isinstance(node, ast.With) and all(item.optional_vars is None for item in node.items):
        yield ast.If(ast.Constant(True), node.body, [])
    if isinstance(node, ast.Try) and node.finalbody:
        without = copy(node)
        without.finalbody = [ast.Pass()]
        yield without
    if isinstance(node, ast.Break):
        yield ast.Continue()


def _sets_elsewhere(node: ast.stmt) -> bool:
    """Whether it stores into an object: leaving it out changes a state and breaks no name."""
    return isinstance(node, ast.Assign) and all(
        isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets
    )


class _Text:
    """A source whose nodes can be exchanged one at a time; all else stays as it is written."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def replace(self, node: _Located, changed: _Located) -> str:
        """The whole source, with `changed` in the place of `node`."""
        end_line, end_column = node.end_lineno, node.end_col_offset
        if end_line is None or end_column is None:
            raise ValueError("The node has no end; it was not made by ast.parse.")
        start = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[end_line - 1] + end_column
        text = ast.unparse(ast.fix_missing_locations(changed))
        if isinstance(changed, ast.stmt):
            text = text.replace("\n", "\n" + " " * node.col_offset)
        elif not isinstance(changed, ast.Constant):
            text = f"({text})"
        return (self._bytes[:start] + text.encode() + self._bytes[end:]).decode()


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutated", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _shorten(node: _Located) -> str:
    """The code of a node on one line; of a block its head."""
    lines = ast.unparse(ast.fix_missing_locations(node)).splitlines()
    head = lines[0] if len(lines) == 1 else f"{lines[0]} …"
    if isinstance(node, ast.Try):
        is_empty = len(node.finalbody) == 1 and isinstance(node.finalbody[0], ast.Pass)
        head = "try: … without its finally" if is_empty else "try: … finally: …"
    return head if len(head) <= 100 else f"{head[:99]}…"
