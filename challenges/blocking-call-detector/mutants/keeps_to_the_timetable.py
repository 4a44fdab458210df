import ast
import asyncio

BLOCKING = frozenset({
    "input",
    "requests.get",
    "requests.post",
    "socket.create_connection",
    "subprocess.run",
    "time.sleep",
    "urllib.request.urlopen",
})


def find_blockers(source):
    """Return a sorted list of (line, full name) of the blocking calls in the coroutines of `source`."""
    tree = ast.parse(source)
    finder = _Finder(_imported_names(tree))
    finder.visit(tree)
    return sorted(finder.found)


def _imported_names(tree):
    """What each imported name stands for: {"nap": "time.sleep"}."""
    meanings = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname is None:
                    top = alias.name.partition(".")[0]
                    meanings[top] = top
                else:
                    meanings[alias.asname] = alias.name
        elif isinstance(node, ast.ImportFrom):
            # The dots of a relative import stay in the name: .time is not time.
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                meanings[alias.asname or alias.name] = f"{module}.{alias.name}"
    return meanings


class _Finder(ast.NodeVisitor):
    def __init__(self, meanings):
        self.meanings = meanings
        self.found = []
        self._in_coroutine = False

    def visit_AsyncFunctionDef(self, node):
        self._visit_inside(node, True)

    def visit_FunctionDef(self, node):
        self._visit_inside(node, False)

    def visit_Lambda(self, node):
        self._visit_inside(node, False)

    def _visit_inside(self, node, in_coroutine):
        before, self._in_coroutine = self._in_coroutine, in_coroutine
        self.generic_visit(node)
        self._in_coroutine = before

    def visit_Call(self, node):
        name = self._full_name(node.func)
        if self._in_coroutine and name in BLOCKING:
            self.found.append((node.lineno, name))
        self.generic_visit(node)

    def _full_name(self, node):
        """`nap` → "time.sleep"; None for what is neither a name nor a module's attribute."""
        if isinstance(node, ast.Name):
            # Without an import only a builtin is known under its own name.
            return self.meanings.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            parts = [node.attr]
            while isinstance(node := node.value, ast.Attribute):
                parts.append(node.attr)
            if isinstance(node, ast.Name) and node.id in self.meanings:
                return ".".join([self.meanings[node.id], *reversed(parts)])
        return None


async def heartbeat(interval, threshold, clock, report):
    """Beat every `interval` seconds; call report(seconds) for a beat later than `threshold`."""
    due = clock()
    while True:
        due += interval
        try:
            await asyncio.sleep(interval)
        finally:
            # Also when it is ended: the last beat may have been due long ago.
            late = clock() - due
            if late > threshold:
                report(late)


async def watch(main, interval, threshold, clock):
    """Run the coroutine `main` beside a heart; return its result and the list of late beats."""
    late = []
    heart = asyncio.create_task(heartbeat(interval, threshold, clock, late.append))
    try:
        await asyncio.sleep(0)  # let the heart begin before anything can block
        result = await main
    finally:
        heart.cancel()
        await asyncio.gather(heart, return_exceptions=True)
    return result, late
