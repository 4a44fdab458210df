"""A shop on a bench: a broker in memory, a bank and a mail server that do as they are told. Given."""
from dramatiq.brokers.stub import StubBroker
from dramatiq.middleware import Middleware, Retries

from inline_worker import InlineWorker
from shop import Ledger


class Delays(Middleware):
    """Notes how long messages are put off, in milliseconds."""

    def __init__(self):
        self.seen = []

    def before_enqueue(self, broker, message, delay):
        if delay is not None:
            self.seen.append(delay)


class Rig:
    """Everything that tests want to look at."""

    def __init__(self, make_tasks, charge=None, send_mail=None, broker=StubBroker):
        self.delays = Delays()
        self.broker = broker(middleware=[Retries(), self.delays])
        self.ledger = Ledger()
        self.charged, self.mailed = [], []
        self.worker = InlineWorker(self.broker)
        self.bill, self.receipt = make_tasks(self.broker, self.ledger, charge or self.charge, send_mail or self.send_mail)

    def charge(self, card):
        self.charged.append(card)

    def send_mail(self, order_id):
        self.mailed.append(order_id)

    def waiting(self, queue):
        """How many messages are in a queue."""
        return self.broker.queues[queue].qsize()
