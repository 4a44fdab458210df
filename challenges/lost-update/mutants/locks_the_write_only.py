import threading

from interleave import schedule


def find_bad_seed(program, ok, seeds):
    """The first seed under which the result of `program()` is not `ok`, or None."""
    for seed in seeds:
        with schedule(seed):
            result = program()
        if not ok(result):
            return seed
    return None


class Jar:
    """Coins that several tills put in and take out at the same time."""

    def __init__(self, lid, receipt=None):
        self._lid = lid
        self._receipt = receipt or (lambda line: None)
        self._lock = threading.Lock()

    def coins(self):
        """How many coins there are."""
        return self._lid.read()

    def deposit(self, amount):
        """Put coins in."""
        coins = self._lid.read()
        with self._lock:
            self._lid.write(coins + amount)
        self._receipt(f"+{amount}")

    def withdraw(self, amount):
        """Take coins out, if there are enough. Tell whether there were."""
        with self._lock:
            coins = self._lid.read()
            if coins < amount:
                return False
            self._lid.write(coins - amount)
        self._receipt(f"-{amount}")
        return True

    def transfer(self, other, amount):
        """Move coins to another jar, if there are enough. Tell whether there were."""
        if not self.withdraw(amount):
            return False
        other.deposit(amount)
        return True
