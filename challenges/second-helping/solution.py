def shares(amounts):
    """Each amount in per cent of them all, rounded."""
    amounts = list(amounts)
    total = sum(amounts)
    return [round(100 * amount / total) for amount in amounts]
