def shares(amounts):
    """Each amount in per cent of them all, rounded."""
    # TODO 1: how often are the amounts looped over?
    # TODO 2: a list that somebody hands over stays as it is.
    total = sum(amounts)
    return [round(100 * amount / total) for amount in amounts]
