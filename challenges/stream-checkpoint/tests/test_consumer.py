"""These tests are shown to the learner."""
from dummy_stream import DummyStream
from solution import Consumer, MemoryCheckpointer


def consume(stream, checkpointer=None, batch=2):
    """A consumer, and the list of (shard, data) that it handles."""
    seen = []

    def handle(shard, data):
        assert len(seen) < 1_000, "the same records come again and again"
        seen.append((shard, data))

    return Consumer(stream, checkpointer or MemoryCheckpointer(), handle, batch), seen


def data_of(seen, *shards):
    return [data for shard, data in seen if shard in shards]


def test_a_checkpointer_remembers_a_position_for_each_shard():
    checkpointer = MemoryCheckpointer()
    checkpointer.checkpoint("a", "0001")
    checkpointer.checkpoint("b", "0007")
    checkpointer.checkpoint("a", "0002")
    assert checkpointer.get("a") == "0002"
    assert checkpointer.get("b") == "0007"
    assert checkpointer.get("never seen") is None


def test_one_poll_takes_one_batch_of_each_shard():
    consumer, seen = consume(DummyStream(a="12345", b="123"), batch=2)
    handled = consumer.poll()
    assert data_of(seen, "a") == ["1", "2"], "batch=2: the first two records of each shard"
    assert data_of(seen, "b") == ["1", "2"], "batch=2: the first two records of each shard"
    assert handled == 4, "poll returns how many records it handled, in all shards together"


def test_every_record_is_handled_in_the_order_of_its_shard():
    consumer, seen = consume(DummyStream(a="abc", b="12345"))
    total = consumer.drain()
    assert data_of(seen, "a") == list("abc")
    assert data_of(seen, "b") == list("12345")
    assert total == 8, "drain returns how many records were handled in all its polls"


def test_the_checkpoint_is_the_last_handled_record():
    checkpointer = MemoryCheckpointer()
    consumer, _ = consume(DummyStream(a="abc"), checkpointer)
    consumer.poll()
    assert checkpointer.get("a") == "0002", "two records are done with"
    consumer.poll()
    assert checkpointer.get("a") == "0003"


def test_a_new_consumer_goes_on_at_the_checkpoint():
    stream, checkpointer = DummyStream(a="abcd"), MemoryCheckpointer()
    before, _ = consume(stream, checkpointer)
    before.poll()
    after, seen = consume(stream, checkpointer)
    after.drain()
    assert data_of(seen, "a") == ["c", "d"], "the position belongs in the checkpointer: it outlives the consumer"


def test_children_wait_for_their_parent():
    stream = DummyStream(a="123")
    stream.split("a", "a1", "a2")
    stream.put("a1", "4")
    stream.put("a2", "5")
    consumer, seen = consume(stream)
    consumer.poll()
    assert data_of(seen, "a1", "a2") == [], "record 3 of the parent is older than all of the children's"
    consumer.drain()
    assert data_of(seen, "a") == ["1", "2", "3"]
    assert sorted(data_of(seen, "a1", "a2")) == ["4", "5"], "when the parent is finished, it is the children's turn"
