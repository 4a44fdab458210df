class MemoryCheckpointer:
    """Remembers for each shard the last record that is done with. Lives as long as the process."""

    def __init__(self):
        self._positions = {}

    def get(self, shard):
        """Return the sequence number of the last finished record, or None if there is none."""
        return self._positions.get(shard)

    def checkpoint(self, shard, sequence):
        """Remember that `shard` is finished up to and including `sequence`."""
        self._positions[shard] = sequence


class Consumer:
    """Hand every record of a stream to `handle(shard, data)`, at least once and in order."""

    def __init__(self, stream, checkpointer, handle, batch=2):
        self.stream = stream
        self.checkpointer = checkpointer
        self.handle = handle
        self.batch = batch

    def poll(self):
        """Handle up to `batch` records of each shard that may be read; return how many in all."""
        handled = 0
        for shard in self.stream.shards():           # asked anew each time: shards come and go
            handled += self._handle_batch(shard)
        return handled

    def drain(self):
        """Poll until nothing is left; return how many records were handled."""
        total = 0
        while handled := self.poll():
            total += handled
        return total

    def _handle_batch(self, shard):
        records = self._unread(shard, limit=self.batch)
        for record in records:
            self.handle(shard, record.data)
        if records:
            self.checkpointer.checkpoint(shard, records[-1].sequence)
        return len(records)

    def _unread(self, shard, limit):
        return self.stream.read(shard, after=self.checkpointer.get(shard), limit=limit)
