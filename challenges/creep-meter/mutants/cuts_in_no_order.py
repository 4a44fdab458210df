import ast

TOP = "<module>"


def infected(source, seeds, doors=()):
    """Return the names of all functions that must become async when those in `seeds` do.

    Functions in `doors` stay as they are: they call asynchronous ones through asyncio.run.
    """
    reader = _read(source)
    unknown = sorted(set(seeds) - reader.functions.keys())
    if unknown:
        raise ValueError(f"no function of this file: {', '.join(unknown)}")
    return _spread(reader, seeds, doors)


def cut_points(source, seeds):
    """Return (name, how many functions a door there saves) for each infected caller, most first."""
    everybody = infected(source, seeds)
    reader = _read(source)
    saved = [
        (name, len(everybody) - len(_spread(reader, seeds, doors=[name])))
        for name in everybody.difference(seeds)
    ]
    return sorted(saved, key=lambda point: (point[1], point[0]), reverse=True)


def _read(source):
    tree = ast.parse(source)
    reader = _CallReader(_functions(tree))
    reader.visit(tree)
    return reader


def _spread(reader, seeds, doors):
    """Walk from the seeds to their callers, and to the callers of these."""
    found, waiting = set(), list(seeds)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [
                caller
                for caller in reader.callers.get(name, ())
                if caller not in doors and not reader.is_async(caller)
            ]
    return found


def _functions(tree, outer=()):
    """All functions below `tree`: {"Client.get": its node}."""
    found = {}
    for node in ast.iter_child_nodes(tree):
        inner = outer
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = (*outer, node.name)
            if not isinstance(node, ast.ClassDef):
                found[".".join(inner)] = node
        found |= _functions(node, inner)
    return found


class _CallReader(ast.NodeVisitor):
    """Notes who calls whom: callers["fetch"] is the set of functions in which fetch() stands."""

    def __init__(self, functions):
        self.functions = functions
        self.callers = {}
        self._scopes = []  # the functions and classes around this place, outermost first
        self._excused = None  # the call that stands directly in an asyncio.run

    def is_async(self, name):
        return isinstance(self.functions.get(name), ast.AsyncFunctionDef)

    def visit_FunctionDef(self, node):
        # Decorators and defaults are evaluated where the function is defined.
        for part in (*node.decorator_list, node.args):
            self.visit(part)
        self._visit_body(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(part)
        self._visit_body(node)

    def visit_Lambda(self, node):
        pass  # what a lambda calls is counted for nobody

    def _visit_body(self, node):
        self._scopes.append(node)
        for statement in node.body:
            self.visit(statement)
        self._scopes.pop()

    def visit_Call(self, node):
        called = self._called(node.func)
        if called is not None and node is not self._excused:
            self.callers.setdefault(called, set()).add(self._caller())
        if ast.unparse(node.func) == "asyncio.run" and node.args:
            self._excused = node.args[0]
        self.generic_visit(node)

    def _name_of(self, scopes):
        return ".".join(scope.name for scope in scopes)

    def _caller(self):
        """The innermost function around this place: a class body runs inside of it."""
        scopes = self._scopes
        while scopes and isinstance(scopes[-1], ast.ClassDef):
            scopes = scopes[:-1]
        return self._name_of(scopes) or TOP

    def _called(self, func):
        """The function of this file that `func` means, or None."""
        match func:
            case ast.Name(id=name):
                return self._look_up(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
                scopes = self._scopes
                while scopes and not isinstance(scopes[-1], ast.ClassDef):
                    scopes = scopes[:-1]
                method = f"{self._name_of(scopes)}.{name}"
                return method if method in self.functions else None
        return None

    def _look_up(self, name):
        """From the inside out. Classes are passed over: their names need a self."""
        for depth in range(len(self._scopes), -1, -1):
            scopes = self._scopes[:depth]
            if scopes and isinstance(scopes[-1], ast.ClassDef):
                continue
            full = ".".join([*(scope.name for scope in scopes), name])
            if full in self.functions:
                return full
            if scopes and name in _parameters(scopes[-1]):
                return None
        return None


def _parameters(function):
    return {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
