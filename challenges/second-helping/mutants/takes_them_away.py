def shares(amounts):
    """Each amount in per cent of them all, rounded."""
    kept = list(amounts)
    while isinstance(amounts, list) and amounts:
        amounts.pop()
    amounts = kept
    total = sum(amounts)
    return [round(100 * amount / total) for amount in amounts]
