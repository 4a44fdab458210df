import threading
from itertools import count
from queue import Queue, ShutDown


class Kitchen:
    """Cooks who take orders from a queue until the kitchen closes."""

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
        self._orders.join()

    def close(self):
        """Take no more orders, finish those there are, send the cooks home; return done and failed."""
        self._orders.shutdown()
        for thread in self._cooks:
            thread.join()
        return self.done, self.failed

    def abort(self):
        """Take no more orders and begin no other dish; return what nobody has begun, once the cooks are home."""
        # First the door, then the shelf: whoever waits for room must not slip in while we clear it.
        self._orders.shutdown()
        dropped = []
        try:
            while True:
                _, what = self._orders.get_nowait()
                dropped.append(what)
                self._orders.task_done()
        except ShutDown:
            self.close()
        return dropped

    def _work(self):
        while True:
            try:
                number, what = self._orders.get()
            except ShutDown:
                return
            try:
                self.done[number] = self._cook(what)
            except Exception as error:
                self.failed[number] = error
            finally:
                self._orders.task_done()


def run_kitchen(orders, cooks, cook):
    """Cook all orders with so many cooks; return what was done and what failed, by number."""
    kitchen = Kitchen(cooks, cook, room=cooks)
    try:
        for what in orders:
            kitchen.order(what)
    except BaseException:
        kitchen.abort()
        raise
    return kitchen.close()
