"""A stream in memory, for tests and for playing. Given: read it, do not change it."""

from typing import NamedTuple


class Record(NamedTuple):
    sequence: str        # where the record stands in its shard; opaque, only the stream compares it
    data: object


class DummyStream:
    """A stream with shards that can be filled, split and merged.

    >>> stream = DummyStream(a="xy")
    >>> stream.read("a", after=None, limit=10)
    [Record(sequence='0001', data='x'), Record(sequence='0002', data='y')]
    """

    MAX_READS = 5_000

    def __init__(self, **shards):
        """Each keyword is a shard, each value an iterable of the data in it."""
        self._records = {}
        self._parents = {}
        self._reads = 0
        for shard, data in shards.items():
            self._open(shard, parents=[])
            self.put(shard, *data)

    def shards(self):
        """The names of all shards that there are now, finished ones included, in no special order."""
        return list(self._records)

    def parents(self, shard):
        """The shards that `shard` continues: none, one after a split, two after a merge."""
        return list(self._parents[shard])

    def read(self, shard, after, limit):
        """Up to `limit` records of `shard` that come after the sequence number `after`.

        With `after=None` from the beginning. An empty list means: nothing there at the moment.
        """
        self._reads += 1
        if self._reads > self.MAX_READS:
            raise RuntimeError(f"more than {self.MAX_READS} reads: does your loop ever end?")
        records = self._records[shard]
        if after is None:
            return records[:limit]
        for index, record in enumerate(records, start=1):
            if record.sequence == after:
                return records[index:index + limit]
        raise ValueError(f"{after!r} is not the sequence number of a record in shard {shard!r}")

    def put(self, shard, *data):
        """Add records at the end of `shard`."""
        records = self._records[shard]
        for item in data:
            records.append(Record(f"{len(records) + 1:04}", item))

    def split(self, shard, *children):
        """Close `shard`: from now on its records go to `children`."""
        for child in children:
            self._open(child, parents=[shard])

    def merge(self, parents, child):
        """Close `parents`: from now on their records go to `child`."""
        self._open(child, parents=parents)

    def _open(self, shard, parents):
        # A child may well be listed before its parent: put new shards in front.
        self._records = {shard: [], **self._records}
        self._parents[shard] = list(parents)
