import functools
import json
import threading
import time
from typing import NamedTuple


class Delivery(NamedTuple):
    """A message in somebody's hands."""

    number: int  # which message it is: the first that was put is 1
    attempt: int  # how often it has been handed out by now: 1, 2, ...
    body: str


class Broker:
    """A list of messages. Who may have one, and when, the two kinds below decide."""

    def __init__(self, clock=time.monotonic):
        self.actors = {}  # name -> actor
        self.dead = []  # bodies of the messages that were given up
        self._clock = clock

    def put(self, body):
        """Add a message."""
        # TODO 2
        ...

    def take(self, channel):
        """Hand out the message that was put first, of those that may be had; or None."""
        # TODO 2
        ...

    def ack(self, delivery):
        """It is done: forget it. False if it is not in these hands any more."""
        # TODO 2
        ...

    def nack(self, delivery, delay=0):
        """It was not done: others may have it, after so many seconds. False as for ack."""
        # TODO 2
        ...

    def bury(self, delivery):
        """It never will be done: put it with the dead. False as for ack."""
        # TODO 2
        ...

    def pending(self):
        """How many messages are neither done nor dead, in somebody's hands or not."""
        # TODO 2
        return 0

    def close(self, channel):
        """Whoever took messages on this channel is gone."""


class RabbitLike(Broker):
    """Knows who is connected. A channel that closes gives back what it holds."""

    def __init__(self, prefetch=1, clock=time.monotonic):
        super().__init__(clock)
        self.prefetch = prefetch

    # TODO 3


class RedisLike(Broker):
    """Knows nobody. What is not done in time is handed out again."""

    def __init__(self, visibility=30, clock=time.monotonic):
        super().__init__(clock)
        self.visibility = visibility

    # TODO 4


def actor(broker, retries=3, backoff=1.0, cap=60.0):
    """Decorator: a function that can be called, and also sent."""

    def decorate(fn):
        # TODO 1
        return fn

    return decorate


class Worker:
    """Threads that take messages and do what they say."""

    def __init__(self, broker, threads=2, idle=0.1):
        self.broker = broker
        self.threads = threads
        self.idle = idle  # seconds to wait when there is nothing to do

    def drain(self):
        """Handle all that may be had now, in this thread; return how many that was."""
        # TODO 5
        ...

    def start(self):
        """Let the threads begin."""
        # TODO 6
        ...

    def stop(self):
        """Take nothing new, and return when everything in hand is finished."""
        # TODO 6
        ...
