"""Three checkpointers that keep the promise. Given; your contract has to accept all of them.

A store is opened on a storage, in the name of an application. The storage is what is left when a
program ends: for SQL a file, for Redis the server, for memory a dictionary.
"""
import sqlite3
import tempfile
from pathlib import Path

from fake_redis import Client, Server


def check(sequence):
    """Refuse what is no sequence number: digits 0 to 9, at least one, and nothing else."""
    if not (sequence.isascii() and sequence.isdigit()):
        raise ValueError(f"not a sequence number: {sequence!r}")


class MemoryCheckpointer:
    """For tests, and for consumers that may begin anew."""

    new_storage = dict

    def __init__(self, storage, application):
        self._positions = storage.setdefault(application, {})

    def get(self, shard):
        return self._positions.get(shard)

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self._positions.get(shard)
        if known is None or int(sequence) > int(known):
            self._positions[shard] = sequence

    def positions(self):
        return dict(self._positions)

    def close(self): ...


class Database:
    """A database file in a folder of its own."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.path = str(Path(self._folder.name, "checkpoints.db"))

    def cleanup(self):
        self._folder.cleanup()


class SqlCheckpointer:
    """One row for each shard of each application."""

    new_storage = Database
    schema = (
        "CREATE TABLE IF NOT EXISTS positions"
        " (application TEXT, shard TEXT, sequence TEXT, PRIMARY KEY (application, shard))"
    )

    def __init__(self, storage, application):
        self.application = application
        self._db = sqlite3.connect(storage.path, timeout=0)
        with self._db:
            self._db.execute(self.schema)

    def get(self, shard):
        row = self._db.execute(
            "SELECT sequence FROM positions WHERE application = ? AND shard = ?", (self.application, shard)
        ).fetchone()
        return row and row[0]

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.get(shard)
        if known is None or int(sequence) > int(known):
            with self._db:
                self._db.execute(
                    "INSERT INTO positions VALUES (?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET sequence = excluded.sequence",
                    (self.application, shard, sequence),
                )

    def positions(self):
        return dict(
            self._db.execute("SELECT shard, sequence FROM positions WHERE application = ?", (self.application,))
        )

    def close(self):
        self._db.close()


class RedisCheckpointer:
    """One hash for each application, with a field for each shard."""

    new_storage = Server

    def __init__(self, storage, application):
        self.application = application
        self.key = f"checkpoints:{application}"
        self._client = Client(storage)

    def get(self, shard):
        value = self._client.hget(self.key, shard)
        return None if value is None else value.decode()

    def checkpoint(self, shard, sequence):
        check(sequence)
        known = self.get(shard)
        if known is None or int(sequence) > int(known):
            self._client.hset(self.key, shard, sequence)

    def positions(self):
        return {shard.decode(): value.decode() for shard, value in self._client.hgetall(self.key).items()}

    def close(self):
        self._client.close()
