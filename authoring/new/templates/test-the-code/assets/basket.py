# TODO(author): the code to be tested. What lies under assets/ is laid out beside the learner's file.


def total(prices):
    """Return the sum of the prices; from ten on, one is taken off."""
    amount = sum(prices)
    return amount - 1 if amount >= 10 else amount
