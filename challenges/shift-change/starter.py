import threading
from itertools import count
from queue import Queue, ShutDown


class Kitchen:
    """Cooks who take orders from a queue until the kitchen closes."""

    # This kitchen works on a quiet day: one cook, no accidents, and nobody ever closes it early.

    def __init__(self, cooks, cook, room=0):
        self.done = {}
        self.failed = {}
        self._cook = cook
        self._orders = Queue(room)
        self._numbers = count(1)
        self._cooks = [
            threading.Thread(target=self._work, name=f"cook {number}") for number in range(1, cooks + 1)
        ]
        for thread in self._cooks:
            thread.start()

    def order(self, what):
        """Order a dish and return the number of the order; wait while the queue is full."""
        number = next(self._numbers)
        self._orders.put((number, what))
        return number

    def wait(self):
        """Wait until everything that was ordered has been dealt with."""
        # TODO 2: this waits for ever after an accident. Why?
        self._orders.join()

    def close(self):
        """Take no more orders, finish those there are, send the cooks home; return done and failed."""
        # TODO 3: how many cooks hear of it? And who stops the next order?
        self._orders.put(None)
        for thread in self._cooks:
            thread.join()
        return self.done, self.failed

    def abort(self):
        """Take no more orders and begin no other dish; return what nobody has begun, once the cooks are home."""
        # TODO 4: what happens between two lines of this?
        dropped = []
        while not self._orders.empty():
            _, what = self._orders.get()
            dropped.append(what)
        self.close()
        return dropped

    def _work(self):
        # TODO 1: what if a dish fails?
        while (ticket := self._orders.get()) is not None:
            number, what = ticket
            self.done[number] = self._cook(what)
            self._orders.task_done()


def run_kitchen(orders, cooks, cook):
    """Cook all orders with so many cooks; return what was done and what failed, by number."""
    # TODO 5: what if there are a million of them? Or the list of orders itself fails?
    kitchen = Kitchen(cooks, cook)
    for what in orders:
        kitchen.order(what)
    return kitchen.close()
