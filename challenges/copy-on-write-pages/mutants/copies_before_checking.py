from things import COUNT, MARK, Thing


class Host:
    """The parent process: loads everything, then forks."""

    def __init__(self, page_size):
        self.page_size = page_size
        self.addresses = {}  # name of a thing -> where its first byte is
        self.things = {}
        self.frozen = set()
        self.pages = []
        self.workers = []
        self._end = 0

    def load(self, things):
        """Put things into memory, one right after the other."""
        for thing in things:
            self.things[thing.name] = thing
            self.addresses[thing.name] = self._end
            self._end += thing.size
        while len(self.pages) * self.page_size < self._end:
            self.pages.append(bytearray(self.page_size))

    def freeze(self):
        """From now on the collector leaves alone what is loaded at this moment."""
        self.frozen.update(self.things)

    def fork(self):
        """A new worker that shares all pages with this process."""
        worker = Worker(self)
        self.workers.append(worker)
        return worker

    def private_pages(self):
        """How many pages the workers have for themselves, all together."""
        return sum(worker.private_pages() for worker in self.workers)


class Worker:
    """A forked process. Its pages are its parent's, until it writes."""

    def __init__(self, host):
        self.host = host
        self.frozen = frozenset(host.frozen)
        self.table = list(host.pages)  # the pages themselves are shared
        self.private = set()

    def read(self, address, length):
        """The bytes at an address, as this worker sees them."""
        return b"".join(bytes(self.table[page][part]) for page, part in self._parts(address, length))

    def write(self, address, data):
        """Replace the bytes at an address, for this worker alone."""
        done = 0
        for page, part in self._parts(address, len(data)):
            if page not in self.private:
                self.table[page] = bytearray(self.table[page])
                self.private.add(page)
            length = part.stop - part.start
            self.table[page][part] = data[done : done + length]
            done += length

    def private_pages(self):
        """How many pages this worker has for itself."""
        return len(self.private)

    def use(self, name):
        """What Python does when a program merely looks at a thing: count up, count down."""
        if not self.host.things[name].immortal:
            self._touch(name, COUNT)

    def collect(self):
        """What the collector does to each thing it looks at: mark it, and take the mark off."""
        for name, thing in self.host.things.items():
            if thing.tracked and name not in self.frozen:
                self._touch(name, MARK)

    def _touch(self, name, field):
        """Add one to the number in a field of the header, and take it off again."""
        address = self.host.addresses[name] + field.start
        length = field.stop - field.start
        before = self.read(address, length)
        number = int.from_bytes(before, "little")
        self.write(address, (number + 1).to_bytes(length, "little"))
        self.write(address, before)

    def _parts(self, address, length):
        """The pieces of an area, page by page: which page, and what part of it."""
        size = self.host.page_size
        end = address + length
        while address < end:
            page, start = divmod(address, size)
            stop = min(size, start + end - address)
            if page >= len(self.table):
                raise IndexError(f"page {page} is not in memory")
            yield page, slice(start, stop)
            address += stop - start
