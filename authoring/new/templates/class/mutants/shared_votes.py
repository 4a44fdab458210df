# TODO(author): a whole wrong solution with one mistake. Its reason stands in challenge.toml.


class Tally:
    _votes = {}

    def add(self, name):
        self._votes[name] = self._votes.get(name, 0) + 1

    def winner(self):
        return max(self._votes, key=self._votes.get, default=None)
