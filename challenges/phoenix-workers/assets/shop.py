"""Given: an application with bad habits. Each worker process imports it."""

import os
from multiprocessing.connection import Connection

_served = 0


def app(tries, barrier, request):
    """Answers a request; `tries` counts in shared memory how often it has seen the bad ones.

    "crash"       kills the first worker that gets it
    "poison"      kills every worker that gets it, six times at most
    "last words"  kills the worker, but only after the answer is on its way
    "wrong"       raises ValueError
    "meet"        waits until every worker has such a request
    """
    global _served
    _served += 1
    if request == "wrong":
        raise ValueError("no such page")
    if request == "meet":
        barrier.wait(30)
    if request == "crash" and _count(tries, 0) == 1:
        os._exit(3)
    if request == "poison" and _count(tries, 1) <= 6:
        os._exit(4)
    if request == "last words":
        _count(tries, 2)
        _die_after_sending()
    return f"{request} by {os.getpid()}, its number {_served}"


def _count(tries, place):
    with tries.get_lock():
        tries[place] += 1
        return tries[place]


def _die_after_sending():
    send = Connection.send

    def send_and_die(self, answer):
        send(self, answer)
        os._exit(5)

    Connection.send = send_and_die
