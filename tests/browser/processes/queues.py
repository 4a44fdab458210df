"""Queues, pipes and what waits at them."""

import multiprocessing
import queue as queue_module
import threading
from multiprocessing import connection

import pytest
import solution


def start(target, *args):
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    return process


def test_both_ways():
    there, back = multiprocessing.Queue(), multiprocessing.Queue()
    process = start(solution.echo, there, back)
    for number in range(50):
        there.put(number)
    assert [back.get() for _ in range(50)] == list(range(50))
    there.put(None)
    process.join()
    assert process.exitcode == 0


def test_much_at_once():
    there, back = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
    process = start(solution.echo, there, back)
    data = bytes(range(256)) * 10_000
    there.put(data)
    assert back.get() == data
    there.put(None)
    process.join()


def test_timeouts_and_bounds():
    queue = multiprocessing.Queue(1)
    with pytest.raises(queue_module.Empty):
        queue.get(timeout=0.01)
    queue.put(1)
    with pytest.raises(queue_module.Full):
        queue.put(2, timeout=0.01)
    assert queue.get() == 1


def test_join_before_get_hangs_until_it_is_read():
    queue = multiprocessing.Queue()
    process = start(solution.put_much, queue, 1_000_000)
    process.join(timeout=0.5)
    assert process.is_alive()
    assert len(queue.get()) == 1_000_000
    process.join()
    assert process.exitcode == 0


def test_joinable_queue():
    queue = multiprocessing.JoinableQueue()
    process = start(solution.take_all, queue)
    for number in range(5):
        queue.put(number)
    queue.put(None)
    queue.join()
    process.join()


def test_the_end_of_a_pipe():
    reader, writer = multiprocessing.Pipe(duplex=False)
    process = start(solution.send_and_close, writer, 3)
    writer.close()
    assert [reader.recv() for _ in range(3)] == [0, 1, 2]
    with pytest.raises(EOFError):
        reader.recv()
    process.join()


def test_a_killed_writer_ends_the_pipe():
    reader, writer = multiprocessing.Pipe(duplex=False)
    process = start(solution.take_all, writer)
    writer.close()
    process.kill()
    process.join()
    with pytest.raises(EOFError):
        reader.recv()


def test_nobody_reads():
    reader, writer = multiprocessing.Pipe(duplex=False)
    reader.close()
    with pytest.raises(BrokenPipeError):
        writer.send("anything")


def test_duplex_and_wait():
    mine, theirs = multiprocessing.Pipe()
    process = start(solution.answer, theirs)
    theirs.close()
    assert connection.wait([mine], timeout=0.01) == []
    mine.send(41)
    assert mine in connection.wait([mine, process.sentinel])
    assert mine.recv() == 42
    process.join()
    assert process.sentinel in connection.wait([process.sentinel])


def test_a_connection_travels_through_a_queue():
    queue = multiprocessing.Queue()
    mine, theirs = multiprocessing.Pipe()
    queue.put(theirs)
    got = queue.get()
    theirs.close()
    got.send("hello")
    assert mine.recv() == "hello"


def test_listener_and_client():
    with connection.Listener(("localhost", 0), authkey=b"key") as listener:
        answers = []

        def connect():
            with connection.Client(listener.address, authkey=b"key") as link:
                answers.append(link.recv())

        thread = threading.Thread(target=connect)
        thread.start()
        with listener.accept() as link:
            link.send("welcome")
        thread.join()
    assert answers == ["welcome"]
