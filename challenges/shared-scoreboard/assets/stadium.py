"""Given: a lock that you can watch, and work for child processes."""


class WatchedKey:
    """A lock for one process that counts how often it was taken.

    Each time it is handed back, a rival gets his turn: `rival()` is called, if there is one.
    Taking it again while you hold it is allowed and counts as once, as with `RLock`.
    """

    def __init__(self, rival=None):
        self.taken = 0
        self.rival = rival
        self._depth = 0

    def acquire(self, block=True, timeout=None):
        self._depth += 1
        self.taken += self._depth == 1
        return True

    def release(self):
        self._depth -= 1
        if self._depth == 0 and self.rival is not None:
            self.rival()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


def meet_then(mark, barrier, board, goals):
    """For the tests: waits until all writers have come, so that they write at the same time."""
    barrier.wait(30)
    mark(board, goals)


def lose_the_chalk(board, goals):
    """For the tests: work that fails."""
    raise RuntimeError("no chalk")
