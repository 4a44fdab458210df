class MemoryCheckpointer:
    """Remembers for each shard the last record that is done with. Lives as long as the process."""

    def get(self, shard):
        """Return the sequence number of the last finished record, or None if there is none."""
        # TODO 1
        ...

    def checkpoint(self, shard, sequence):
        """Remember that `shard` is finished up to and including `sequence`."""
        # TODO 1
        ...


class Consumer:
    """Hand every record of a stream to `handle(shard, data)`, at least once and in order."""

    def __init__(self, stream, checkpointer, handle, batch=2):
        self.stream = stream
        self.checkpointer = checkpointer
        self.handle = handle
        self.batch = batch

    def poll(self):
        """Handle up to `batch` records of each shard that may be read; return how many in all."""
        # TODO 2: one batch of each shard
        # TODO 3: a failure loses nothing
        # TODO 4: children wait
        return 0

    def drain(self):
        """Poll until nothing is left; return how many records were handled."""
        # TODO 5
        return 0
