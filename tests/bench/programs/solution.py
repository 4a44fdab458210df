"""What the processes of the measurements do."""

import time


def burn(rounds):
    """Computes, and waits for nothing."""
    total = 0
    for number in range(rounds):
        total += number * number % 7
    return total


def burn_for(seconds, rounds):
    """Burns piece after piece; the time of day at the end of each, in seconds."""
    ends = [time.time()]
    while ends[-1] - ends[0] < seconds:
        burn(rounds)
        ends.append(time.time())
    return ends


def echo(inbox, outbox):
    """Gives everything back until None comes."""
    while (item := inbox.get()) is not None:
        outbox.put(item)


def drain(connection):
    """Answers every batch of bytes with its length, until an empty one comes."""
    while data := connection.recv_bytes():
        connection.send(len(data))
