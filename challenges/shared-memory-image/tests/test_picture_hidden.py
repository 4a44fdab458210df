"""What travels, what is left, and what goes wrong on the way."""
import pytest
from blocks import Blocks, Desk
from crew import ClumsyCrew, WorkerDied

from solution import brighten, brighten_all, share


@pytest.fixture(autouse=True)
def blocks(monkeypatch):
    blocks = Blocks()
    blocks.watch(monkeypatch)
    yield blocks
    blocks.still_there()


def test_each_pixel_belongs_to_one_job():
    desk = Desk()
    brighten_all(bytes(103), 4, 1, desk)
    assert len(desk.jobs) <= 4
    covered = [place for _, start, stop, _ in desk.jobs for place in range(start, stop)]
    assert sorted(covered) == list(range(103))


def test_only_a_name_and_numbers_travel():
    desk = Desk()
    brighten_all(bytes(100_000), 4, 1, desk)
    assert max(desk.parcels) < 300, f"a job has {max(desk.parcels)} pickled bytes"


def test_the_block_is_gone_afterwards(blocks):
    brighten_all(bytes(9), 2, 1, Desk())
    assert len(blocks.created) == 1
    assert blocks.still_there() == []
    assert blocks.unlinked == blocks.created, "one block, one unlink"


def test_every_view_is_closed(blocks):
    brighten_all(bytes(9), 2, 1, Desk())
    assert (blocks.open, blocks.forgotten) == ([], []), (
        "each SharedMemory, also the worker's, has to be closed by those who opened it"
    )


def test_the_block_is_gone_after_an_error(blocks):
    def refuse(function, jobs):
        raise OSError("no workers today")

    with pytest.raises(OSError, match="no workers today"):
        brighten_all(bytes(9), 2, 1, refuse)
    assert (blocks.still_there(), blocks.open, blocks.forgotten) == ([], [], [])


def test_a_worker_that_dies_leaves_no_block(blocks):
    with pytest.raises(WorkerDied):
        brighten_all(bytes(1_000), 2, 1, ClumsyCrew())
    assert blocks.still_there() == []


def test_a_worker_that_fails_closes_its_view(blocks):
    block = share(bytes(4))
    with pytest.raises(TypeError):
        brighten(block.name, 0, 4, "much")
    block.close()
    assert (blocks.open, blocks.forgotten) == ([], [])


def test_a_name_that_nobody_knows():
    with pytest.raises(FileNotFoundError):
        brighten("no-such-picture", 0, 1, 1)


def test_a_block_may_be_larger_than_the_picture(monkeypatch):
    Blocks().watch(monkeypatch, page=4096)
    assert brighten_all(b"\x01\x02\x03", 2, 1, Desk()) == b"\x02\x03\x04", (
        "some systems round a block up to whole pages"
    )


def test_an_empty_picture_needs_no_block(blocks):
    assert brighten_all(b"", 3, 10, Desk()) == b""
    assert blocks.created == [], "a block cannot have the size 0"


def test_a_picture_that_is_no_bytes_leaves_no_block(blocks):
    with pytest.raises((TypeError, ValueError)):
        share("pixels")
    assert (blocks.still_there(), blocks.open, blocks.forgotten) == ([], [], [])


def test_the_picture_of_the_caller_stays_as_it_was():
    pixels = bytearray(b"\x05\x06\x07")
    brighten_all(pixels, 2, 1, Desk())
    assert pixels == b"\x05\x06\x07"
