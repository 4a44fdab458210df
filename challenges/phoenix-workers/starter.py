from dataclasses import dataclass, field
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

MOST_TRIES = 2


@dataclass(frozen=True)
class Response:
    """200 and what the application said, or 500 and the reason."""

    status: int
    body: str


@dataclass
class Stats:
    """What has become of the workers so far; `crashes` has the exit codes of those that died."""

    started: int = 0
    recycled: int = 0
    crashes: list = field(default_factory=list)


def work(app, connection):
    """The life of a worker: answers requests until it is told None."""
    # TODO 1: an exception of the application is an answer, too.
    ...


class Garden:
    """Worker processes that serve requests, and are replaced when they die or have done enough."""

    def __init__(self, app, workers, max_requests=None):
        self.app = app
        self.size = workers
        self.max_requests = max_requests
        self.stats = Stats()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def serve(self, requests):
        """One Response for each request, in order."""
        # TODO 2: hand requests out, and write down who has what.
        # TODO 3: wait for answers and for deaths. What becomes of a dead worker's request?
        # TODO 4: a worker that has served max_requests goes home.
        return []

    def close(self):
        """Ends all workers; nothing is served afterwards."""
        # TODO 5
        ...
