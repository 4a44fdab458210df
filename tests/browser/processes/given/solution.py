"""What the stories send to child processes."""

import os
import signal
import sys
import threading
import time
from multiprocessing import reduction, shared_memory


def nothing():
    pass


def square(value):
    return value * value


def fail(value=0):
    raise ValueError(f"no {value}")


def end_hard(code):
    os._exit(code)


def take_all_memory():
    taken = []
    while True:
        taken.append(bytearray(64 * 1024 * 1024))


def send_for_ever(connection, lock):
    while True:
        with lock:
            connection.send("x" * 10_000)


def write_to_received(connection):
    descriptor = reduction.recv_handle(connection)
    os.write(descriptor, b"sent")
    os.close(descriptor)


def tell_native_id(queue):
    queue.put(threading.main_thread().native_id)


def sleep_long():
    time.sleep(600)


def spin():
    while True:
        pass


def tell_pids(queue):
    queue.put((os.getpid(), os.getppid()))


def put_square(queue, value):
    queue.put(square(value))


def put_much(queue, length):
    queue.put(b"x" * length)


def echo(incoming, outgoing):
    for item in iter(incoming.get, None):
        outgoing.put(item)


def send_and_close(connection, count):
    for number in range(count):
        connection.send(number)
    connection.close()


def answer(connection):
    connection.send(connection.recv() + 1)
    connection.close()


def take_all(queue):
    while True:
        item = queue.get()
        queue.task_done()
        if item is None:
            return


def add_one_often(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def fill(array, number):
    for index in range(len(array)):
        array[index] = number


def write_shared(name, data):
    block = shared_memory.SharedMemory(name=name)
    block.buf[: len(data)] = data
    block.close()


def change_list(name):
    numbers = shared_memory.ShareableList(name=name)
    numbers[1] = "changed"
    numbers.shm.close()


def note(shared, numbers, key):
    shared[key] = key * 10
    numbers.append(key)


def wait_for(event, queue):
    event.wait()
    queue.put("woken")


def meet(barrier, queue):
    queue.put(barrier.wait())


def hold(lock, event):
    lock.acquire()
    event.set()
    sleep_long()


def print_lines(count):
    for number in range(count):
        print("line", number)
    print("trouble", file=sys.stderr)


def write_file(path, text):
    with open(path, "w") as file:
        file.write(text)


def nest(depth):
    deep = []
    for _ in range(depth):
        deep = [deep]
    repr(deep)


def answer_signal(event, queue):
    def heard(number, frame):
        queue.put(number)
        sys.exit(5)

    signal.signal(signal.SIGTERM, heard)
    event.set()
    spin()


def wait_for_interrupt(event, queue):
    event.set()
    try:
        sleep_long()
    except KeyboardInterrupt:
        queue.put("interrupted")
