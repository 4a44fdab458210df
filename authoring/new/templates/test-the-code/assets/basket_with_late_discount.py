# TODO(author): another mistake.


def total(prices):
    amount = sum(prices)
    return amount - 1 if amount > 10 else amount
