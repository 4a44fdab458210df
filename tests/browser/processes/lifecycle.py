"""Starting, ending, and what the parent hears of it."""

import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing import reduction

import pytest
import solution


def run(target, *args):
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    process.join()
    return process.exitcode


def test_exit_codes():
    assert run(solution.nothing) == 0
    assert run(solution.fail) == 1
    assert run(sys.exit, 7) == 7
    assert run(solution.end_hard, 9) == 9


def test_pids():
    queue = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=solution.tell_pids, args=(queue,))
    assert process.pid is None and process.exitcode is None
    process.start()
    assert process.exitcode is None or process.exitcode == 0
    assert queue.get() == (process.pid, os.getpid())
    process.join()
    assert process.pid != os.getpid()
    assert not process.is_alive()


@pytest.mark.parametrize("target", [solution.sleep_long, solution.spin])
def test_terminate_and_kill(target):
    for end, code in (("terminate", -signal.SIGTERM), ("kill", -signal.SIGKILL)):
        process = multiprocessing.Process(target=target)
        process.start()
        assert process.is_alive()
        getattr(process, end)()
        process.join()
        assert process.exitcode == code


def test_waiting_processes_can_be_terminated():
    processes = [multiprocessing.Process(target=solution.sleep_long) for _ in range(6)]
    for process in processes:
        process.start()
    for process in reversed(processes):
        process.terminate()
    for process in processes:
        process.join()
    assert {process.exitcode for process in processes} == {-signal.SIGTERM}


def test_a_signal_handler_in_the_child():
    event, queue = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=solution.answer_signal, args=(event, queue))
    process.start()
    event.wait()
    process.terminate()
    process.join()
    assert process.exitcode == 5
    assert queue.get() == signal.SIGTERM


def test_an_interrupt_in_the_child():
    event, queue = multiprocessing.Event(), multiprocessing.Queue()
    process = multiprocessing.Process(target=solution.wait_for_interrupt, args=(event, queue))
    process.start()
    event.wait()
    os.kill(process.pid, signal.SIGINT)
    assert queue.get() == "interrupted"
    process.join()
    assert process.exitcode == 0


def test_an_interpreter_that_traps_is_an_exit_code():
    assert run(solution.nest, 400_000) == -signal.SIGSEGV


def test_a_memory_bomb_is_an_exit_code():
    assert run(solution.take_all_memory) == 1


def test_an_ended_child_can_be_killed_until_it_is_asked_for():
    process = multiprocessing.Process(target=solution.nothing)
    process.start()
    multiprocessing.connection.wait([process.sentinel])
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert process.exitcode == 0


def test_a_pipe_goes_through_a_connection():
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=solution.write_to_received, args=(theirs,))
    process.start()
    reader, writer = os.pipe()
    reduction.send_handle(mine, writer, process.pid)
    os.close(writer)
    assert os.read(reader, 100) == b"sent"
    assert os.read(reader, 100) == b""
    process.join()
    with open("own.txt", "w") as file, pytest.raises(OSError, match="stay in their process"):
        reduction.send_handle(mine, file.fileno(), process.pid)


def test_native_ids_of_main_threads():
    assert threading.main_thread().native_id == os.getpid()
    queue = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=solution.tell_native_id, args=(queue,))
    process.start()
    assert queue.get() == process.pid
    process.join()


def test_files_of_a_child():
    assert run(solution.write_file, "made.txt", "by the child") == 0
    with open("made.txt") as file:
        assert file.read() == "by the child"


def test_only_spawn():
    assert multiprocessing.get_all_start_methods() == ["spawn"]
    assert multiprocessing.get_start_method() == "spawn"
    for method in ("fork", "forkserver"):
        with pytest.raises(ValueError, match="'spawn', the only start method"):
            multiprocessing.get_context(method)


def test_waitpid():
    process = multiprocessing.Process(target=solution.end_hard, args=(3,))
    process.start()
    pid, status = os.waitpid(process.pid, 0)
    assert (pid, os.waitstatus_to_exitcode(status)) == (process.pid, 3)
    with pytest.raises(ChildProcessError):
        os.waitpid(process.pid, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, signal.SIGTERM)
    multiprocessing.active_children()


def test_output_comes_before_what_is_printed_after_join():
    run(solution.print_lines, 3)
    print("joined")
