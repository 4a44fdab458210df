import ast


def first_line(path, opener=open):
    """The first line of a file, without its line end."""
    file = opener(path)
    line = file.readline().rstrip("\n")
    file.close()
    return line


def with_connection(pool, job):
    """Borrow a connection, let the job use it, and return the job's answer."""
    connection = pool.take()
    try:
        return job(connection)
    finally:
        connection.give_back()


def is_complete(arrived, expected):
    """Whether as many parts have arrived as were expected."""
    return arrived == expected


def habits(source):
    """Where the source relies on CPython: (line, reason), in the order of the lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name("sys"), attr="getrefcount"):
                found.append((node.lineno, "counting"))
            case ast.Attribute(value=ast.Call(func=ast.Name("open")) as call):
                found.append((call.lineno, "closing"))
            case ast.Compare() if compares_identity_of_a_literal(node):
                found.append((node.lineno, "identity"))
    return sorted(found)


def compares_identity_of_a_literal(compare):
    """Whether an `is` in this comparison has a number or a text on one of its sides."""
    operands = [compare.left, *compare.comparators]
    return any(
        isinstance(op, ast.Is | ast.IsNot) and (is_literal(left) or is_literal(right))
        for left, op, right in zip(operands, compare.ops, operands[1:])
    )


def is_literal(node):
    """Whether it is a number or a text: values that need not be the same object."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand  # -1 is a minus and a 1
    return isinstance(node, ast.Constant) and type(node.value) in (int, float, complex, str, bytes)


def identify(facts):
    """Which Python these facts were collected on."""
    if "implementation" in facts:
        return facts["implementation"]
    platform = facts.get("platform", "")
    if platform.startswith("java"):
        return "jython"
    if platform == "cli":
        return "ironpython"
    if "version" not in facts:
        return "unknown"
    return "pypy" if "PyPy" in facts["version"] else "cpython"
