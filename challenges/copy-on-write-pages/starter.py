from things import COUNT, MARK, Thing


class Host:
    """The parent process: loads everything, then forks."""

    def __init__(self, page_size):
        self.page_size = page_size
        self.addresses = {}  # name of a thing -> where its first byte is

    def load(self, things):
        """Put things into memory, one right after the other."""
        # TODO 1
        ...

    def freeze(self):
        """From now on the collector leaves alone what is loaded at this moment."""
        # TODO 5
        ...

    def fork(self):
        """A new worker that shares all pages with this process."""
        # TODO 2
        ...

    def private_pages(self):
        """How many pages the workers have for themselves, all together."""
        # TODO 3
        ...


class Worker:
    """A forked process. Its pages are its parent's, until it writes."""

    def read(self, address, length):
        """The bytes at an address, as this worker sees them."""
        # TODO 2
        ...

    def write(self, address, data):
        """Replace the bytes at an address, for this worker alone."""
        # TODO 3
        ...

    def private_pages(self):
        """How many pages this worker has for itself."""
        # TODO 3
        ...

    def use(self, name):
        """What Python does when a program merely looks at a thing: count up, count down."""
        # TODO 4
        ...

    def collect(self):
        """What the collector does to each thing it looks at: mark it, and take the mark off."""
        # TODO 5
        ...
