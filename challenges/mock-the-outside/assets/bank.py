"""The real bank, behind a network that a test has no business with."""


class Declined(Exception):
    """The bank has looked at the card and said no."""


class Unreachable(Exception):
    """The bank did not answer."""


def charge(card, cents, currency):
    """Charge a card; return the number of the receipt."""
    raise RuntimeError("a test has called the real bank: the name in pay.py is still the real one")
