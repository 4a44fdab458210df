"""Given: writes down what becomes of each shared block, for the tests."""

import pickle
from multiprocessing.shared_memory import SharedMemory


class Blocks:
    """Watches SharedMemory in this process from `watch` on."""

    def __init__(self):
        self.created, self.unlinked, self.open, self.forgotten = [], [], [], []

    def watch(self, monkeypatch, page=1):
        """`page`: blocks are rounded up to so many bytes, as some systems do."""
        begin, close, unlink = SharedMemory.__init__, SharedMemory.close, SharedMemory.unlink

        def watched_begin(block, name=None, create=False, size=0, **options):
            begin(block, name, create, -(-size // page) * page, **options)
            self.open.append(id(block))
            if create:
                self.created.append(block.name)

        def watched_close(block):
            close(block)
            if id(block) in self.open:
                self.open.remove(id(block))

        def watched_unlink(block):
            unlink(block)
            self.unlinked.append(block.name)

        def watched_end(block):
            if id(block) in self.open:
                self.forgotten.append(block.name)
                watched_close(block)

        for name, function in {
            "__init__": watched_begin,
            "close": watched_close,
            "unlink": watched_unlink,
            "__del__": watched_end,
        }.items():
            monkeypatch.setattr(SharedMemory, name, function)

    def still_there(self):
        """Names of the blocks that nobody has unlinked; they are gone after this."""
        left = [name for name in self.created if name not in self.unlinked]
        for name in left:
            block = SharedMemory(name)
            block.unlink()
            block.close()
        return left


class Desk:
    """A stand-in for the crew: runs each job in this process, after a trip through pickle."""

    def __init__(self):
        self.parcels, self.jobs = [], []

    def __call__(self, function, jobs):
        for job in jobs:
            parcel = pickle.dumps((function, job))
            self.parcels.append(len(parcel))
            function, job = pickle.loads(parcel)
            self.jobs.append(job)
            function(*job)
