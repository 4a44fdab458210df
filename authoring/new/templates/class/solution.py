# TODO(author): the reference. As good as you can write it, with nothing the learner has not met.


class Tally:
    """Votes for names."""

    def __init__(self):
        self._votes = {}

    def add(self, name):
        """Count one vote for `name`."""
        self._votes[name] = self._votes.get(name, 0) + 1

    def winner(self):
        """Return the name with the most votes, or None without any."""
        return max(self._votes, key=self._votes.get, default=None)
