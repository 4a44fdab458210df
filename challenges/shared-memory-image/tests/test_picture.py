"""One block, many workers, and a picture that stays."""
import os
from multiprocessing.shared_memory import SharedMemory

import pytest
from blocks import Blocks, Desk
from crew import Crew

from solution import brighten, brighten_all, share


@pytest.fixture(autouse=True)
def blocks(monkeypatch):
    """Afterwards no block is left, whatever the test has found."""
    blocks = Blocks()
    blocks.watch(monkeypatch)
    yield blocks
    blocks.still_there()


def test_share_puts_the_pixels_into_a_new_block():
    block = share(b"\x01\x02\x03")
    again = SharedMemory(block.name)
    assert bytes(again.buf[:3]) == b"\x01\x02\x03", "whoever has the name sees the pixels"
    again.close()
    block.close()


def test_a_worker_changes_its_part_in_place():
    block = share(bytes(10))
    brighten(block.name, 2, 5, 7)
    assert list(block.buf[:10]) == [0, 0, 7, 7, 7, 0, 0, 0, 0, 0]
    block.close()


def test_pixels_stop_at_white_and_black():
    block = share(bytes([250, 5]))
    brighten(block.name, 0, 1, 10)
    brighten(block.name, 1, 2, -10)
    assert list(block.buf[:2]) == [255, 0]
    block.close()


@pytest.mark.parametrize(("size", "workers"), [(1, 1), (10, 3), (103, 4), (3, 8)])
def test_the_whole_picture_for_any_number_of_workers(size, workers):
    pixels = bytes(range(size))
    assert brighten_all(pixels, workers, 5, Desk()) == bytes(range(5, size + 5))


def test_two_processes_work_on_one_picture():
    crew = Crew()
    pixels = bytes([60]) * 3_001
    assert brighten_all(pixels, 2, 40, crew) == bytes([100]) * 3_001
    assert len(set(crew.pids) - {os.getpid()}) == 2


def test_the_result_outlives_the_block():
    result = brighten_all(bytearray(b"\x01\x02"), 1, 1, Desk())
    assert type(result) is bytes, "a view of the block would be nothing once it is closed"
    assert result == b"\x02\x03"
