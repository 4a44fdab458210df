"""Pages of a hundred bytes, and workers that share them as long as they can."""
import pytest

from solution import Host
from things import Thing


def shop(**options):
    """Ten things of fifty bytes: two on each of five pages."""
    host = Host(page_size=100)
    host.load([Thing(f"t{number}", 50, **options) for number in range(10)])
    return host


def test_things_lie_side_by_side():
    host = Host(page_size=100)
    host.load([Thing("menu", 40), Thing("prices", 250)])
    host.load([Thing("logo", 20)])
    assert host.addresses == {"menu": 0, "prices": 40, "logo": 290}


def test_a_fork_costs_nothing():
    host = shop()
    workers = [host.fork() for _ in range(8)]
    assert host.private_pages() == 0
    assert workers[0].read(130, 4) == bytes(4), "nothing was written yet: memory is full of zeros"


def test_reading_bytes_costs_nothing():
    host = shop()
    worker = host.fork()
    worker.read(0, 500)
    assert worker.private_pages() == 0


def test_a_write_copies_one_page():
    host = shop()
    worker = host.fork()
    worker.write(120, b"hello")
    assert worker.read(118, 9) == b"\0\0hello\0\0"
    assert worker.private_pages() == 1
    worker.write(150, b"again")
    assert worker.private_pages() == 1, "this page is its own already"


def test_what_one_worker_writes_no_other_sees():
    host = shop()
    one, other = host.fork(), host.fork()
    one.write(10, b"mine")
    other.write(10, b"yours")
    third = host.fork()
    assert (one.read(10, 4), other.read(10, 5), third.read(10, 4)) == (b"mine", b"yours", bytes(4))
    assert host.private_pages() == 2


def test_looking_at_a_thing_is_a_write():
    worker = shop().fork()
    before = worker.read(0, 500)
    worker.use("t4")
    assert worker.private_pages() == 1, "the reference count lies in the thing's page"
    assert worker.read(0, 500) == before, "up and down again: not one byte is different afterwards"


def test_a_collection_copies_every_page_with_something_to_look_at():
    worker = shop().fork()
    worker.collect()
    assert worker.private_pages() == 5
    quiet = shop(tracked=False).fork()
    quiet.collect()
    assert quiet.private_pages() == 0


def test_what_is_frozen_is_left_alone():
    host = shop()
    host.freeze()
    host.load([Thing("late", 50)])
    worker = host.fork()
    worker.collect()
    assert worker.private_pages() == 1, "only the page of what was loaded after freezing"


def test_outside_of_memory_there_is_nothing():
    worker = shop().fork()
    with pytest.raises(IndexError):
        worker.read(496, 5)
    with pytest.raises(IndexError):
        worker.write(496, b"12345")
    assert worker.private_pages() == 0, "a write that fails must not have copied anything"
