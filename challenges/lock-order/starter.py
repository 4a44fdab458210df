from contextlib import ExitStack, contextmanager


def cycle(waits):
    """The names along a ring in pairs (who waits, for whom), or None if there is no ring."""
    # TODO 1
    ...


@contextmanager
def holding(*accounts):
    """Inside the block nobody else has the lock of any of these accounts."""
    # TODO 2: at the moment it holds nothing.
    yield


def transfer(giver, taker, amount):
    """Move coins from one account to another, if there are enough. Tell whether there were."""
    # TODO 3: this is how the bank does it today.
    with giver.lock:
        if not has(giver, amount):
            return False
        with taker.lock:
            giver.change(-amount)
            taker.change(amount)
    return True


def has(account, amount):
    return account.coins >= amount
