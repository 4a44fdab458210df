from collections import deque
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
    while (request := connection.recv()) is not None:
        try:
            response = Response(200, app(request))
        except Exception as error:
            response = Response(500, f"{type(error).__name__}: {error}")
        connection.send(response)


class _Worker:
    """A process, the pipe to it, and what it has in its hands: a request's place, or None."""

    def __init__(self, app):
        self.connection, theirs = Pipe()
        self.process = Process(target=work, args=(app, theirs), daemon=True)
        self.process.start()
        # Only the worker may hold its end: then its death is the end of the pipe.
        theirs.close()
        self.place = None
        self.served = 0

    def give(self, place, request):
        self.place = place
        try:
            self.connection.send(request)
        except OSError:
            # It has died meanwhile; its sentinel will tell.
            pass

    def take(self):
        """Its answer, or None if it died without one."""
        try:
            return self.connection.recv() if self.connection.poll() else None
        except (EOFError, OSError):
            return None

    def end(self):
        try:
            self.connection.send(None)
        except OSError:
            pass
        self.process.join(30)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        self.connection.close()


class Garden:
    """Worker processes that serve requests, and are replaced when they die or have done enough."""

    def __init__(self, app, workers, max_requests=None):
        self.app = app
        self.size = workers
        self.max_requests = max_requests
        self.stats = Stats()
        self._workers = []
        self._is_closed = False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def serve(self, requests):
        """One Response for each request, in order."""
        if self._is_closed:
            raise RuntimeError("this garden is closed")
        responses = [None] * len(requests)
        tries = [0] * len(requests)
        waiting = deque(range(len(requests)))
        while None in responses:
            self._hand_out(requests, waiting, tries)
            busy = [worker for worker in self._workers if worker.place is not None]
            ready = wait(
                [worker.connection for worker in busy]
                + [worker.process.sentinel for worker in busy]
            )
            for worker in busy:
                if {worker.connection, worker.process.sentinel}.isdisjoint(ready):
                    continue
                place, response = worker.place, worker.take()
                if response is not None:
                    responses[place] = response
                    self._has_served(worker)
                    continue
                self._bury(worker)
                if tries[place] < MOST_TRIES:
                    waiting.appendleft(place)
                else:
                    responses[place] = Response(500, f"gave up after {MOST_TRIES} tries")
        return responses

    def close(self):
        """Ends all workers; nothing is served afterwards."""
        self._is_closed = True
        while self._workers:
            self._workers.pop().end()

    def _hand_out(self, requests, waiting, tries):
        idle = [worker for worker in self._workers if worker.place is None]
        while waiting and (idle or len(self._workers) < self.size):
            worker = idle.pop() if idle else self._plant()
            place = waiting.popleft()
            tries[place] += 1
            worker.give(place, requests[place])

    def _plant(self):
        worker = _Worker(self.app)
        self.stats.started += 1
        self._workers.append(worker)
        return worker

    def _has_served(self, worker):
        worker.place = None
        worker.served += 1
        if worker.served == self.max_requests:
            worker.process.kill()
            self._bury(worker)

    def _bury(self, worker):
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        self.stats.crashes.append(worker.process.exitcode)
