from contextlib import ExitStack, contextmanager


@contextmanager
def holding(*accounts):
    """Inside the block nobody else has the lock of any of these accounts."""
    with ExitStack() as held:
        for account in sorted(set(accounts), key=lambda account: account.number):
            held.enter_context(account.lock)
        yield


def transfer(giver, taker, amount):
    """Move coins from one account to another, if there are enough. Tell whether there were."""
    with holding(giver):
        if giver.coins < amount:
            return False
        giver.change(-amount)
    with holding(taker):
        taker.change(amount)
    return True


def cycle(waits):
    """The names along a ring in pairs (who waits, for whom), or None if there is no ring."""
    waits_for = dict(waits)
    for start in waits_for:
        ring, follower = [start], waits_for[start]
        while follower in waits_for and follower not in ring:
            ring.append(follower)
            follower = waits_for[follower]
        if follower == start:
            return ring
    return None
