import functools
import json
import threading
import time
from dataclasses import dataclass
from typing import NamedTuple


class Delivery(NamedTuple):
    """A message in somebody's hands."""

    number: int  # which message it is: the first that was put is 1
    attempt: int  # how often it has been handed out by now: 1, 2, ...
    body: str


@dataclass
class Entry:
    """What the broker knows of a message."""

    body: str
    attempt: int = 0
    channel: object = None  # who has it; None: nobody
    due: float = 0.0  # not to be had before


class Broker:
    """A list of messages. Who may have one, and when, the two kinds below decide."""

    def __init__(self, clock=time.monotonic):
        self.actors = {}  # name -> actor
        self.dead = []  # bodies of the messages that were given up
        self._clock = clock
        self._lock = threading.Lock()
        self._entries = {}  # number -> Entry; the order is that of put()
        self._count = 0

    def put(self, body):
        """Add a message."""
        with self._lock:
            self._count += 1
            self._entries[self._count] = Entry(body)

    def take(self, channel):
        """Hand out the message that was put first, of those that may be had; or None."""
        with self._lock:
            if not self._may_take(channel):
                return None
            for number, entry in self._entries.items():
                if self._is_free(entry):
                    entry.attempt += 1
                    entry.channel = channel
                    self._handed_out(entry)
                    return Delivery(number, entry.attempt, entry.body)
        return None

    def ack(self, delivery):
        """It is done: forget it. False if it is not in these hands any more."""
        with self._lock:
            if not self._is_held(delivery):
                return False
            del self._entries[delivery.number]
            return True

    def nack(self, delivery, delay=0):
        """It was not done: others may have it, after so many seconds. False as for ack."""
        with self._lock:
            if not self._is_held(delivery):
                return False
            self._entries[delivery.number] = self._entries.pop(delivery.number)
            self._give_back(self._entries[delivery.number], delay)
            return True

    def bury(self, delivery):
        """It never will be done: put it with the dead. False as for ack."""
        with self._lock:
            if not self._is_held(delivery):
                return False
            del self._entries[delivery.number]
            self.dead.append(delivery.body)
            return True

    def pending(self):
        """How many messages are neither done nor dead, in somebody's hands or not."""
        with self._lock:
            return len(self._entries)

    def close(self, channel):
        """Whoever took messages on this channel is gone."""

    def _may_take(self, channel):
        return True

    def _is_free(self, entry):
        return entry.channel is None and entry.due <= self._clock()

    def _handed_out(self, entry): ...

    def _is_held(self, delivery):
        entry = self._entries.get(delivery.number)
        return entry is not None and entry.channel is not None and entry.attempt == delivery.attempt

    def _give_back(self, entry, delay=0):
        entry.channel = None
        entry.due = self._clock() + delay


class RabbitLike(Broker):
    """Knows who is connected. A channel that closes gives back what it holds."""

    def __init__(self, prefetch=1, clock=time.monotonic):
        super().__init__(clock)
        self.prefetch = prefetch

    def close(self, channel):
        """Whoever took messages on this channel is gone."""
        with self._lock:
            for entry in self._entries.values():
                if entry.channel is channel:
                    self._give_back(entry)

    def _may_take(self, channel):
        return sum(entry.channel is channel for entry in self._entries.values()) < self.prefetch


class RedisLike(Broker):
    """Knows nobody. What is not done in time is handed out again."""

    def __init__(self, visibility=30, clock=time.monotonic):
        super().__init__(clock)
        self.visibility = visibility

    def _is_free(self, entry):
        return entry.due <= self._clock()

    def _handed_out(self, entry):
        entry.due = self._clock() + self.visibility


def actor(broker, retries=3, backoff=1.0, cap=60.0):
    """Decorator: a function that can be called, and also sent."""

    def decorate(fn):
        @functools.wraps(fn)
        def called(*args, **kwargs):
            return fn(*args, **kwargs)

        def send(*args, **kwargs):
            broker.put(json.dumps({"actor": fn.__name__, "args": args, "kwargs": kwargs}))

        def delay_after(attempt):
            return min(cap, backoff * 2 ** (attempt - 1))

        called.send = send
        called.retries = retries
        called.delay_after = delay_after
        broker.actors[fn.__name__] = called
        return called

    return decorate


class Worker:
    """Threads that take messages and do what they say."""

    def __init__(self, broker, threads=2, idle=0.1):
        self.broker = broker
        self.threads = threads
        self.idle = idle  # seconds to wait when there is nothing to do
        self._stopping = threading.Event()
        self._running = []

    def drain(self):
        """Handle all that may be had now, in this thread; return how many that was."""
        channel, handled = object(), 0
        try:
            while delivery := self.broker.take(channel):
                self._handle(delivery)
                handled += 1
        finally:
            self.broker.close(channel)
        return handled

    def start(self):
        """Let the threads begin."""
        if self._running:
            return
        self._stopping.clear()
        self._running = [threading.Thread(target=self._work) for _ in range(self.threads)]
        for thread in self._running:
            thread.start()

    def stop(self):
        """Take nothing new, and return when everything in hand is finished."""
        self._stopping.set()
        for thread in self._running:
            thread.join()
        self._running = []

    def _work(self):
        channel = object()
        try:
            while not self._stopping.is_set():
                if delivery := self.broker.take(channel):
                    self._handle(delivery)
                else:
                    self._stopping.wait(self.idle)
        finally:
            self.broker.close(channel)

    def _handle(self, delivery):
        message = json.loads(delivery.body)
        task = self.broker.actors.get(message["actor"])
        if task is None or delivery.attempt > task.retries + 1:
            self.broker.bury(delivery)
            return
        try:
            task(*message["args"], **message["kwargs"])
        except Exception:
            if delivery.attempt > task.retries:
                self.broker.bury(delivery)
            else:
                self.broker.nack(delivery, task.delay_after(delivery.attempt))
        else:
            self.broker.ack(delivery)
