"""Shared bytes, locks, and managers."""

import multiprocessing
from multiprocessing import shared_memory

import pytest
import solution


def run_two(target, *args):
    processes = [multiprocessing.Process(target=target, args=args) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]


def test_a_value_with_its_lock_loses_nothing():
    value = multiprocessing.Value("i", 0)
    run_two(solution.add_one_often, value, 300)
    assert value.value == 600


@pytest.mark.parametrize("code", ["b", "h", "i", "q", "d"])
def test_arrays(code):
    array = multiprocessing.Array(code, 100)
    process = multiprocessing.Process(target=solution.fill, args=(array, 77))
    process.start()
    process.join()
    assert array[:] == [77] * 100


def test_shared_memory():
    block = shared_memory.SharedMemory(create=True, size=100)
    again = shared_memory.SharedMemory(name=block.name)
    process = multiprocessing.Process(target=solution.write_shared, args=(block.name, b"hello"))
    process.start()
    process.join()
    assert bytes(block.buf[:5]) == bytes(again.buf[:5]) == b"hello"
    again.buf[0] = ord("j")
    assert bytes(block.buf[:5]) == b"jello"
    again.close()
    block.close()
    block.unlink()
    with pytest.raises(FileNotFoundError):
        shared_memory.SharedMemory(name=block.name)


def test_shareable_list():
    items = shared_memory.ShareableList([1, "original", 2.5])
    process = multiprocessing.Process(target=solution.change_list, args=(items.shm.name,))
    process.start()
    process.join()
    assert list(items) == [1, "changed", 2.5]
    items.shm.close()
    items.shm.unlink()


def test_manager():
    with multiprocessing.Manager() as manager:
        shared, numbers = manager.dict(), manager.list()
        run_two(solution.note, shared, numbers, 4)
        assert dict(shared) == {4: 40}
        assert list(numbers) == [4, 4]


def test_event_and_barrier():
    event, queue = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=solution.wait_for, args=(event, queue))
    process.start()
    event.set()
    assert queue.get() == "woken"
    process.join()
    barrier = multiprocessing.Barrier(2)
    process = multiprocessing.Process(target=solution.meet, args=(barrier, queue))
    process.start()
    assert sorted([barrier.wait(), queue.get()]) == [0, 1]
    process.join()


def test_a_lock_of_a_killed_process_stays_locked():
    lock, event = multiprocessing.Lock(), multiprocessing.Event()
    process = multiprocessing.Process(target=solution.hold, args=(lock, event))
    process.start()
    event.wait()
    process.kill()
    process.join()
    assert not lock.acquire(timeout=0.05)


def test_recursive_lock_and_semaphore():
    lock, places = multiprocessing.RLock(), multiprocessing.BoundedSemaphore(2)
    with lock, lock, places, places:
        assert not places.acquire(block=False)
    with pytest.raises(ValueError, match="too many times"):
        places.release()
