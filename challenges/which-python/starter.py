import ast


def first_line(path, opener=open):
    """The first line of a file, without its line end."""
    # TODO 1: who closes the file, and when?
    return opener(path).readline().rstrip("\n")


def with_connection(pool, job):
    """Borrow a connection, let the job use it, and return the job's answer."""
    # TODO 2: it goes back when it dies, and nobody knows when that is.
    connection = pool.take()
    return job(connection)


def is_complete(arrived, expected):
    """Whether as many parts have arrived as were expected."""
    # TODO 3: it worked as long as parcels had few parts.
    return arrived is expected


def habits(source):
    """Where the source relies on CPython: (line, reason), in the order of the lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "getrefcount":
            if isinstance(node.value, ast.Name) and node.value.id == "sys":
                found.append((node.lineno, "counting"))
        # TODO 4: "closing" and "identity"
    return found


def identify(facts):
    """Which Python these facts were collected on."""
    # TODO 5
    ...
