"""Given: a pool that weighs every envelope which it sends to a worker."""

from multiprocessing import get_context
from multiprocessing.pool import Pool
from multiprocessing.reduction import ForkingPickler


class CountingPool(Pool):
    """A `multiprocessing.Pool`; `sent` has the bytes of each message with work for a worker.

    What a worker is given when it starts, the initializer and its arguments, is not in it.
    """

    def __init__(self, workers, initializer=None, initargs=()):
        super().__init__(workers, initializer, initargs, context=get_context("spawn"))

    def _setup_queues(self):
        super()._setup_queues()
        self.sent = []
        send = self._quick_put

        def weigh_and_send(message):
            # None is the pool's own word for "go home".
            if message is not None:
                self.sent.append(len(ForkingPickler.dumps(message)))
            send(message)

        self._quick_put = weigh_and_send
