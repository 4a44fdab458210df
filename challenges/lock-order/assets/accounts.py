"""Accounts of a small bank. Each has a lock of its own."""

import threading


class Account:
    """A number that no other account has, an owner, some coins, and a lock."""

    def __init__(self, number, owner, coins=0, lock=None):
        self.number = number
        self.owner = owner
        self.coins = coins
        self._lock = lock or threading.Lock()

    @property
    def lock(self):
        """The lock of this account. It is never replaced by another one."""
        return self._lock

    def change(self, amount):
        """Add coins, or take some away. Only for those who hold the lock."""
        if not self.lock.locked():
            raise RuntimeError(f"the account of {self.owner} was changed without its lock")
        self.coins = self.coins + amount

    def __repr__(self):
        return f"<account {self.number} of {self.owner}: {self.coins}>"
