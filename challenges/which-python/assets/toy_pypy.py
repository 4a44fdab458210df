"""A simulation of one habit of PyPy: what nobody holds any more dies late.

It holds on to every file and every connection until collect() is called, as a
garbage collector without reference counts holds on to them until it runs.
"""
import io


class Toy:
    """A small world: some files, and a pool with so many connections."""

    def __init__(self, files=None, connections=1):
        self.files = files or {}
        self.free = connections
        self.opened = []
        self.lent = []

    def open(self, path):
        """Like the built-in open, for the files of this world."""
        file = io.StringIO(self.files[path])
        self.opened.append(file)
        return file

    def open_files(self):
        """How many files are open at this moment."""
        return sum(not file.closed for file in self.opened)

    def take(self):
        """Borrow a connection; an error when there is none left."""
        if self.free == 0:
            raise RuntimeError("the pool is empty")
        self.free -= 1
        connection = Connection(self)
        self.lent.append(connection)
        return connection

    def collect(self):
        """The collector comes along, at last."""
        for file in self.opened:
            file.close()
        for connection in self.lent:
            if not connection.is_back:
                connection.give_back()
        self.opened.clear()
        self.lent.clear()


class Connection:
    """Borrowed from a pool, and to be given back once."""

    def __init__(self, pool):
        self.pool = pool
        self.is_back = False

    def query(self, text):
        if self.is_back:
            raise RuntimeError("this connection has been given back")
        return f"rows of {text}"

    def give_back(self):
        if self.is_back:
            raise RuntimeError("this connection has been given back already")
        self.is_back = True
        self.pool.free += 1
