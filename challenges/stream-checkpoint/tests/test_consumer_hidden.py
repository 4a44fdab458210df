"""Run on submit; the learner sees the names and messages, not the code."""
import pytest
from dummy_stream import DummyStream
from solution import Consumer, MemoryCheckpointer


class Notebook:
    """A checkpointer that keeps every write; it has the two methods and no more."""

    def __init__(self):
        self.writes = []

    def get(self, shard):
        return dict(self.writes).get(shard)

    def checkpoint(self, shard, sequence):
        self.writes.append((shard, sequence))


class Handler:
    """Keeps what it handled. Fails the first time it meets `fails_on`."""

    def __init__(self, fails_on=None):
        self.seen = []
        self.fails_on = fails_on

    def __call__(self, shard, data):
        assert len(self.seen) < 1_000, "the same records come again and again"
        self.seen.append((shard, data))
        if data == self.fails_on:
            self.fails_on = None
            raise OSError(f"cannot handle {data}")

    def data(self, *shards):
        return [data for shard, data in self.seen if shard in shards]


def poll_with_failure(consumer):
    try:
        consumer.poll()
    except OSError:
        pass


def test_two_checkpointers_share_nothing():
    one, other = MemoryCheckpointer(), MemoryCheckpointer()
    one.checkpoint("mine", "0001")
    assert one.get("mine") == "0001"
    assert other.get("mine") is None, "each checkpointer has positions of its own"


def test_a_quiet_shard_does_not_starve():
    handler = Handler()
    consumer = Consumer(DummyStream(busy="x" * 500, quiet="q"), Notebook(), handler, batch=3)
    consumer.poll()
    assert handler.data("quiet") == ["q"], "each poll gives every shard its turn"
    assert len(handler.data("busy")) == 3, "one poll takes no more than one batch of a shard"


def test_a_failed_batch_is_read_again():
    notebook, handler = Notebook(), Handler(fails_on="b")
    consumer = Consumer(DummyStream(s="abc"), notebook, handler, batch=2)
    poll_with_failure(consumer)
    assert notebook.writes == [], "the batch is not done with: b failed"
    consumer.poll()
    assert handler.data("s") == ["a", "b", "a", "b"], "a record may come twice, but never be skipped"


def test_an_error_reaches_the_caller():
    consumer = Consumer(DummyStream(s="ab"), Notebook(), Handler(fails_on="b"))
    with pytest.raises(OSError, match="cannot handle b"):
        consumer.poll()


def test_a_failure_does_not_undo_finished_batches():
    notebook, handler = Notebook(), Handler(fails_on="d")
    consumer = Consumer(DummyStream(s="abcd"), notebook, handler, batch=2)
    consumer.poll()
    poll_with_failure(consumer)
    assert notebook.writes == [("s", "0002")], "a and b are done with, c and d are not"
    consumer.drain()
    assert handler.data("s") == ["a", "b", "c", "d", "c", "d"]


def test_a_batch_is_checkpointed_once():
    notebook = Notebook()
    Consumer(DummyStream(s="abcde"), notebook, Handler(), batch=3).drain()
    assert notebook.writes == [("s", "0003"), ("s", "0005")], "one write for each batch, after its last record"


def test_an_empty_read_writes_no_checkpoint():
    notebook, stream = Notebook(), DummyStream(s="a", empty="")
    consumer = Consumer(stream, notebook, Handler())
    consumer.poll()
    consumer.poll()
    assert notebook.writes == [("s", "0001")], "where nothing was read, no position has changed"


def test_a_new_shard_is_noticed():
    stream, handler = DummyStream(s="a"), Handler()
    consumer = Consumer(stream, Notebook(), handler)
    consumer.drain()
    stream.split("s", "s1")
    stream.put("s1", "b")
    assert consumer.drain() == 1, "ask the stream for its shards in every poll"
    assert handler.data("s1") == ["b"]


def test_draining_does_not_forget_those_who_waited():
    stream, handler = DummyStream(old="1"), Handler()
    stream.split("old", "young")
    stream.put("young", "2")
    total = Consumer(stream, Notebook(), handler, batch=10).drain()
    assert handler.data("old", "young") == ["1", "2"], (
        "a poll with few records is not the end: what waited for them can be read only now"
    )
    assert total == 2


def test_a_merged_shard_waits_for_both_parents():
    stream, handler = DummyStream(long="123456", short="a"), Handler()
    stream.merge(["short", "long"], "both")
    stream.put("both", "last")
    consumer = Consumer(stream, Notebook(), handler, batch=2)
    consumer.poll()
    consumer.poll()
    assert handler.data("both") == [], "one parent is finished, the other is not"
    consumer.drain()
    assert handler.seen[-1:] == [("both", "last")]


def test_grandchildren_wait_for_their_grandparent():
    stream, handler = DummyStream(old="12345"), Handler()
    stream.split("old", "middle")
    stream.split("middle", "young")
    stream.put("young", "6")
    consumer = Consumer(stream, Notebook(), handler, batch=2)
    consumer.poll()
    assert handler.data("young") == [], "the parent is empty, but the parent's parent is not finished"
    consumer.drain()
    assert handler.data("old", "middle", "young") == list("123456")


def test_a_shard_without_relatives_does_not_wait():
    stream, handler = DummyStream(old="12345", other="a"), Handler()
    stream.split("old", "young")
    consumer = Consumer(stream, Notebook(), handler, batch=1)
    consumer.poll()
    assert handler.data("other") == ["a"], "only the children of an unfinished shard wait"


def test_draining_nothing_is_nothing():
    assert Consumer(DummyStream(), Notebook(), Handler()).drain() == 0
    assert Consumer(DummyStream(s=""), Notebook(), Handler()).drain() == 0
