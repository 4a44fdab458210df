"""Stores with one mistake each: all of them have been in production somewhere."""
from stores import MemoryCheckpointer, RedisCheckpointer, SqlCheckpointer, check


class ZeroForUnknown(MemoryCheckpointer):
    """Answers "0" for what it does not know: a consumer cannot tell it from a position."""

    def get(self, shard):
        return self._positions.get(shard, "0")


class LastOneWins(RedisCheckpointer):
    """A slow consumer that comes late sets the others back."""

    def checkpoint(self, shard, sequence):
        check(sequence)
        self._client.hset(self.key, shard, sequence)


class ComparesText(SqlCheckpointer):
    """Lets the database decide what is larger, and the column holds text."""

    def checkpoint(self, shard, sequence):
        check(sequence)
        with self._db:
            self._db.execute(
                "INSERT INTO positions VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET sequence = max(sequence, excluded.sequence)",
                (self.application, shard, sequence),
            )


class NeverCommits(SqlCheckpointer):
    """Its own connection sees everything; the file never does."""

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.get(shard)
        if known is None or int(sequence) > int(known):
            self._db.execute("REPLACE INTO positions VALUES (?, ?, ?)", (self.application, shard, sequence))


class OneForAllApplications(RedisCheckpointer):
    """The key does not say whose position it is."""

    def __init__(self, storage, application):
        super().__init__(storage, application)
        self.key = "checkpoints"


class InsertsAgain(SqlCheckpointer):
    """No primary key: each checkpoint is a new row, and the first one answers."""

    schema = "CREATE TABLE IF NOT EXISTS positions (application TEXT, shard TEXT, sequence TEXT)"

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.positions().get(shard)
        if known is None or int(sequence) > int(known):
            with self._db:
                self._db.execute("INSERT INTO positions VALUES (?, ?, ?)", (self.application, shard, sequence))


class AnswersInBytes(RedisCheckpointer):
    """Hands on what the client returned."""

    def get(self, shard):
        return self._client.hget(self.key, shard)


class LosesDigits(SqlCheckpointer):
    """The column is a number: sixty-four bits, and beyond that a float."""

    schema = (
        "CREATE TABLE IF NOT EXISTS positions"
        " (application TEXT, shard TEXT, sequence INTEGER, PRIMARY KEY (application, shard))"
    )

    def get(self, shard):
        known = super().get(shard)
        return None if known is None else str(int(known))

    def positions(self):
        return {shard: str(int(sequence)) for shard, sequence in super().positions().items()}


class GluedKeys(RedisCheckpointer):
    """Application and shard with a colon between them: names may have colons, too."""

    def get(self, shard):
        value = self._client.get(f"{self.application}:{shard}")
        return None if value is None else value.decode()

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.get(shard)
        if known is None or int(sequence) > int(known):
            self._client.set(f"{self.application}:{shard}", sequence)

    def positions(self):
        start = f"{self.application}:"
        keys = [key.decode() for key in self._client.keys(start)]
        return {key.removeprefix(start): self._client.get(key).decode() for key in keys}


class SeesNeighbours(MemoryCheckpointer):
    """Asks for names that begin alike: "shop" is told about "shop-test"."""

    def __init__(self, storage, application):
        super().__init__(storage, application)
        self.application, self._storage = application, storage

    def positions(self):
        return {
            shard: sequence
            for application, known in self._storage.items()
            if application.startswith(self.application)
            for shard, sequence in known.items()
        }


class TrustsInt(MemoryCheckpointer):
    """Takes whatever int() takes."""

    def checkpoint(self, shard, sequence):
        number = int(sequence)
        known = self._positions.get(shard)
        if known is None or number > int(known):
            self._positions[shard] = sequence


class ErasesFirst(SqlCheckpointer):
    """Makes room before it looks at what it was given."""

    def checkpoint(self, shard, sequence):
        known = self.get(shard)
        with self._db:
            self._db.execute(
                "DELETE FROM positions WHERE application = ? AND shard = ?", (self.application, shard)
            )
        check(sequence)
        super().checkpoint(shard, max(sequence, known or "0", key=int))


class ComplainsAboutThePast(RedisCheckpointer):
    """A late consumer is stopped by an error, although nothing is wrong."""

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.get(shard)
        if known is not None and int(sequence) < int(known):
            raise ValueError(f"{sequence} is before {known}")
        super().checkpoint(shard, sequence)


class HandsOutItself(MemoryCheckpointer):
    """What positions() returns is the store's own dictionary."""

    def positions(self):
        return self._positions


class KnowsBetter(RedisCheckpointer):
    """Remembers what it has seen once, and asks the server no more."""

    def __init__(self, storage, application):
        super().__init__(storage, application)
        self._seen = {}

    def get(self, shard):
        if shard not in self._seen:
            value = super().get(shard)
            if value is None:
                return None
            self._seen[shard] = value
        return self._seen[shard]

    def checkpoint(self, shard, sequence):
        super().checkpoint(shard, sequence)
        self._seen.pop(shard, None)


class OneTideForAll(MemoryCheckpointer):
    """Compares with the highest position of all shards."""

    def checkpoint(self, shard, sequence):
        check(sequence)
        if all(int(sequence) > int(known) for known in self._positions.values()):
            self._positions[shard] = sequence


class Ledger:
    """Nothing is wrong with this one: it is only built differently. Never overwrites, adds up when asked."""

    new_storage = list

    def __init__(self, storage, application):
        self._entries, self._application = storage, application

    def get(self, shard):
        return self.positions().get(shard)

    def checkpoint(self, shard, sequence):
        check(sequence)
        self._entries.append((self._application, shard, sequence))

    def positions(self):
        found = {}
        for application, shard, sequence in reversed(self._entries):
            if application == self._application:
                known = found.pop(shard, None)
                found[shard] = sequence if known is None else max(sequence, known, key=int)
        return found

    def close(self):
        self._entries = None
