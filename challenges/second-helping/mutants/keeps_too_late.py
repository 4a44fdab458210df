def shares(amounts):
    """Each amount in per cent of them all, rounded."""
    total = sum(amounts)
    amounts = list(amounts)
    return [round(100 * amount / total) for amount in amounts]
