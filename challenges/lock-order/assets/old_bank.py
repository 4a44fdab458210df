"""How the bank moves coins today."""


def old_transfer(giver, taker, amount):
    with giver.lock:
        if not has(giver, amount):
            return False
        with taker.lock:
            giver.change(-amount)
            taker.change(amount)
    return True


def has(account, amount):
    return account.coins >= amount
