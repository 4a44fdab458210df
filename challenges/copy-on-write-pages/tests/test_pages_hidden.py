"""Borders between pages, headers across them, and who is left alone by whom."""
import pytest

from solution import Host
from things import Thing


def shop(**options):
    host = Host(page_size=100)
    host.load([Thing(f"t{number}", 50, **options) for number in range(10)])
    return host


def test_a_write_across_a_border_copies_both_pages():
    worker = shop().fork()
    worker.write(198, b"abcd")
    assert worker.private_pages() == 2
    assert worker.read(195, 10) == b"\0\0\0abcd\0\0\0"


def test_a_write_up_to_the_border_copies_one():
    worker = shop().fork()
    worker.write(196, b"abcd")
    assert worker.private_pages() == 1
    worker.write(300, bytes(100))
    assert worker.private_pages() == 2


def test_writing_nothing_copies_nothing():
    worker = shop().fork()
    worker.write(150, b"")
    assert worker.private_pages() == 0
    assert worker.read(500, 0) == b""


def test_writing_what_is_there_already_is_a_write():
    worker = shop().fork()
    worker.write(250, bytes(10))
    assert worker.private_pages() == 1, "the hardware does not compare: a write is a write"


def test_only_the_header_of_a_large_thing_is_touched():
    host = Host(page_size=100)
    host.load([Thing("film", 950)])
    worker = host.fork()
    worker.use("film")
    worker.collect()
    assert worker.private_pages() == 1, "nine pages of film were never touched"
    worker.write(host.addresses["film"] + 500, b"cut")
    assert worker.private_pages() == 2
    host = Host(page_size=100)
    host.load([Thing("front", 84, tracked=False), Thing("edge", 16), Thing("next", 100, tracked=False)])
    worker = host.fork()
    worker.collect()
    assert worker.private_pages() == 1, "a header ends where its sixteen bytes end"


def test_count_and_mark_may_lie_on_different_pages():
    host = Host(page_size=100)
    host.load([Thing("front", 92), Thing("across", 50)])
    looking, collecting = host.fork(), host.fork()
    looking.use("across")
    assert looking.private_pages() == 1
    collecting.collect()
    assert collecting.private_pages() == 2, "the mark of the second thing begins on the second page"
    host = Host(page_size=100)
    host.load([Thing("front", 96, tracked=False), Thing("across", 50)])
    worker = host.fork()
    worker.use("across")
    assert worker.private_pages() == 2, "four bytes of the count are here, four there"


def test_the_count_of_immortals_is_left_alone():
    host = Host(page_size=100)
    host.load([Thing("none", 100, immortal=True), Thing("cart", 100)])
    worker = host.fork()
    worker.use("none")
    assert worker.private_pages() == 0
    worker.collect()
    assert worker.private_pages() == 2, "immortal is not frozen: the collector marks it all the same"


def test_frozen_is_not_immortal():
    host = shop()
    host.freeze()
    worker = host.fork()
    worker.collect()
    worker.use("t0")
    assert worker.private_pages() == 1, "the collector leaves it alone, and looking at it still counts"


def test_freezing_after_the_fork_is_too_late():
    host = shop()
    early = host.fork()
    host.freeze()
    late = host.fork()
    early.collect()
    late.collect()
    assert (early.private_pages(), late.private_pages()) == (5, 0)


def test_counts_and_marks_come_back_whatever_they_were():
    host = shop()
    worker = host.fork()
    worker.write(0, b"\xff" * 7 + b"\x7f" + b"\x09" + bytes(7))
    before = worker.read(0, 500)
    worker.use("t0")
    worker.collect()
    assert worker.read(0, 500) == before


def test_an_empty_program_is_free():
    host = Host(page_size=4096)
    host.load([])
    worker = host.fork()
    worker.collect()
    assert host.private_pages() == 0
    with pytest.raises(IndexError):
        worker.read(0, 1)
