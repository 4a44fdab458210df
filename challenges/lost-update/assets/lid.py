"""The coin counter in the lid of a jar, as its maker delivers it. It knows nothing about threads."""


class Lid:
    """Shows one number, and keeps it until somebody sets another."""

    def __init__(self, coins=0):
        self._coins = coins

    def read(self):
        """The number that the lid shows."""
        return self._coins

    def write(self, coins):
        """Show another number from now on."""
        self._coins = coins
