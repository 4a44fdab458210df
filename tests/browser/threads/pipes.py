"""`os.pipe`, files over descriptors, and the event loop's pipes."""

import asyncio
import builtins
import errno
import gc
import io
import os
import selectors
import socket
import stat
import threading

import pytest


def test_a_reader_waits_for_a_writer():
    reader, writer = os.pipe()
    assert stat.S_ISFIFO(os.fstat(reader).st_mode)
    assert not os.get_inheritable(reader)
    assert os.get_blocking(reader)
    timer = threading.Timer(0.005, os.write, (writer, b"late"))
    timer.start()
    assert os.read(reader, 100) == b"late"
    timer.join()
    os.close(writer)
    assert os.read(reader, 100) == b""
    os.close(reader)
    with pytest.raises(OSError) as caught:
        os.close(reader)
    assert caught.value.errno == errno.EBADF


def test_a_full_pipe_makes_the_writer_wait():
    reader, writer = os.pipe()
    received = bytearray()

    def drain():
        while data := os.read(reader, 1000):
            received.extend(data)

    thread = threading.Thread(target=drain)
    thread.start()
    assert os.write(writer, b"x" * 200_000) == 200_000
    os.close(writer)
    thread.join()
    os.close(reader)
    assert len(received) == 200_000


def test_descriptors_that_do_not_wait():
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    with pytest.raises(BlockingIOError):
        os.read(reader, 1)
    assert os.write(writer, b"x" * 100_000) == 65_536
    with pytest.raises(BlockingIOError):
        os.write(writer, b"x")
    os.close(reader)
    with pytest.raises(BrokenPipeError):
        os.write(writer, b"x")
    os.close(writer)


def test_each_end_does_its_own_thing():
    reader, writer = os.pipe()
    with pytest.raises(OSError) as caught:
        os.write(reader, b"x")
    assert caught.value.errno == errno.EBADF
    with pytest.raises(OSError) as caught:
        os.read(writer, 1)
    assert caught.value.errno == errno.EBADF
    os.close(reader)
    os.close(writer)


def test_duplicates_keep_a_pipe_open():
    reader, writer = os.pipe()
    second = os.dup(writer)
    os.close(writer)
    os.write(second, b"still")
    os.close(second)
    assert os.read(reader, 100) == b"still"
    assert os.read(reader, 100) == b""
    os.close(reader)


@pytest.mark.parametrize("opening", [os.fdopen, lambda *args, **rest: open(*args, **rest)])
def test_text_files_over_a_pipe(opening):
    reader, writer = os.pipe()
    lines = []

    def read():
        with opening(reader, encoding="utf-8") as file:
            lines.extend(file)

    thread = threading.Thread(target=read)
    thread.start()
    with opening(writer, "w", encoding="utf-8") as file:
        print("first", file=file)
        print("zweite Zeile ß", file=file)
    thread.join()
    assert lines == ["first\n", "zweite Zeile ß\n"]
    with pytest.raises(OSError):
        os.fstat(reader)


def test_open_is_the_interpreters_own_for_everything_else(tmp_path):
    place = tmp_path / "plain.txt"
    reader, writer = os.pipe()
    with open(place, "w") as file:
        file.write("text")
    with io.open(place, "rb", 0) as file:
        assert type(file) is io.FileIO
        assert os.read(file.fileno(), 10) == b"text"
    os.close(reader)
    os.close(writer)


def test_no_pipe_no_other_open():
    assert repr(builtins.open) == "<built-in function open>"


def test_a_file_that_is_not_closed_is_told():
    reader, writer = os.pipe()
    file = os.fdopen(writer, "wb", 0)
    with pytest.warns(ResourceWarning, match="unclosed file"):
        del file
        gc.collect()
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_selectors_know_pipes():
    reader, writer = os.pipe()
    with selectors.DefaultSelector() as selector:
        selector.register(reader, selectors.EVENT_READ)
        assert selector.select(0) == []
        os.write(writer, b"x")
        assert [key.fd for key, _ in selector.select()] == [reader]
    os.close(reader)
    os.close(writer)


def test_the_event_loop_reads_and_writes_pipes():
    async def main():
        loop = asyncio.get_running_loop()
        reader, writer = os.pipe()
        stream = asyncio.StreamReader()
        source = os.fdopen(reader, "rb", 0)
        into, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), source
        )
        out, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(writer, "wb", 0))
        out.write(b"one\ntwo\n")
        assert await stream.readline() == b"one\n"
        out.close()
        assert await stream.read() == b"two\n"
        into.close()

    asyncio.run(main())


def test_a_sockets_descriptor_outlives_the_socket():
    first, second = socket.socketpair()
    file = os.fdopen(first.detach(), "wb", 0)
    file.write(b"through")
    assert second.recv(100) == b"through"
    file.close()
    assert second.recv(100) == b""
    second.close()


def test_sockets_are_not_inherited():
    with socket.socket() as made:
        assert made.get_inheritable() is False
        made.set_inheritable(True)
        assert made.get_inheritable() is True
        assert stat.S_ISSOCK(os.fstat(made.fileno()).st_mode)


def test_the_path_of_a_unix_socket_is_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("meet")
        assert stat.S_ISSOCK(os.stat("meet").st_mode)

    async def main():
        # The path is left over: a server takes it over, as it is a socket's.
        server = await asyncio.start_unix_server(lambda reader, writer: writer.close(), "meet")
        reader, writer = await asyncio.open_unix_connection("meet")
        assert await reader.read() == b""
        writer.close()
        server.close()
        await server.wait_closed()

    asyncio.run(main())
    assert not os.path.exists("meet")


def test_a_file_goes_into_a_socket(tmp_path):
    place = tmp_path / "large.bin"
    place.write_bytes(b"0123456789" * 50_000)
    received = bytearray()

    def drain(end):
        while data := end.recv(65_536):
            received.extend(data)

    first, second = socket.socketpair()
    thread = threading.Thread(target=drain, args=(second,))
    thread.start()
    with first, open(place, "rb") as file:
        assert first.sendfile(file, 10) == 499_990
    thread.join()
    second.close()
    assert bytes(received) == place.read_bytes()[10:]


def test_a_path_that_is_gone_is_free(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as old, socket.socket(socket.AF_UNIX) as new:
        old.bind("meet")
        old.listen()
        os.unlink("meet")
        with socket.socket(socket.AF_UNIX) as client, pytest.raises(FileNotFoundError):
            client.connect("meet")
        new.bind("meet")


def test_a_buffer_that_is_too_small():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        with pytest.raises(ValueError):
            made.recvfrom_into(bytearray(10), 20)
