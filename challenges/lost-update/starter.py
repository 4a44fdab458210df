import threading

from interleave import schedule


def find_bad_seed(program, ok, seeds):
    """The first seed under which the result of `program()` is not `ok`, or None."""
    # TODO 1: run the program once under each seed, and look at what comes out.
    return None


class Jar:
    """Coins that several tills put in and take out at the same time."""

    # This is the old jar, line for line. It has to become safe for many tills.

    def __init__(self, lid, receipt=None):
        self._lid = lid
        self._receipt = receipt or (lambda line: None)

    def coins(self):
        """How many coins there are."""
        return self._lid.read()

    def deposit(self, amount):
        """Put coins in."""
        # TODO 2: no deposit may get lost.
        coins = self._lid.read()
        self._lid.write(coins + amount)
        self._receipt(f"+{amount}")

    def withdraw(self, amount):
        """Take coins out, if there are enough. Tell whether there were."""
        # TODO 3: nobody takes coins that are not there.
        coins = self._lid.read()
        if coins < amount:
            return False
        self._lid.write(coins - amount)
        self._receipt(f"-{amount}")
        return True

    def transfer(self, other, amount):
        """Move coins to another jar, if there are enough. Tell whether there were."""
        # TODO 4: does this need a change?
        if not self.withdraw(amount):
            return False
        other.deposit(amount)
        return True

    # TODO 5: who waits for whom, and is that necessary?
