"""Given: dishes for the tests. A child process imports them from here."""

import os
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor

_barrier = None


def open_kitchen(barrier):
    """Run by each worker process when it starts."""
    global _barrier
    _barrier = barrier


def cook(dish):
    """What a cook says when the dish is ready."""
    return f"{dish} is ready"


def cook_carefully(dish):
    """Refuses one dish."""
    if dish == "fugu":
        raise ValueError("nobody here may cook fugu")
    return cook(dish)


def who_cooks(_):
    """Process and thread of the cook, who has waited for the others to come."""
    if _barrier is not None:
        _barrier.wait(30)
    return os.getpid(), threading.current_thread().name


def faint(_):
    """A cook who falls over, and with him his process."""
    os._exit(1)


class WatchedThreads(ThreadPoolExecutor):
    """Threads; `futures` has everything that was submitted, `most` how much was unfinished at once."""

    def __init__(self, cooks):
        super().__init__(cooks)
        self.futures, self.most = [], 0

    def submit(self, function, /, *args):
        future = super().submit(function, *args)
        self.futures.append(future)
        self.most = max(self.most, self.unfinished())
        return future

    def unfinished(self):
        return sum(not future.done() for future in self.futures)


class OneDish(Executor):
    """Cooks the first `count` dishes at once, and leaves the others in the queue for ever."""

    def __init__(self, count=1):
        self.futures, self._left = [], count

    def submit(self, function, /, *args):
        future = Future()
        self.futures.append(future)
        if self._left:
            self._left -= 1
            try:
                future.set_result(function(*args))
            except Exception as error:
                future.set_exception(error)
        return future
