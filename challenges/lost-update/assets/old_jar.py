"""The jar as it stands in the café today. It is right for one till."""


class OldJar:
    def __init__(self, lid, receipt=None):
        self._lid = lid
        self._receipt = receipt or (lambda line: None)

    def coins(self):
        return self._lid.read()

    def deposit(self, amount):
        coins = self._lid.read()
        self._lid.write(coins + amount)
        self._receipt(f"+{amount}")

    def withdraw(self, amount):
        coins = self._lid.read()
        if coins < amount:
            return False
        self._lid.write(coins - amount)
        self._receipt(f"-{amount}")
        return True

    def transfer(self, other, amount):
        if not self.withdraw(amount):
            return False
        other.deposit(amount)
        return True
