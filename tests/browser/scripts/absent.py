"""What only an operating system has says what there is instead."""

import asyncio
import os
import socket
import subprocess
import urllib.request

import pytest


@pytest.mark.parametrize(
    "start",
    [
        lambda: subprocess.run(["ls", "-l"]),
        lambda: subprocess.check_output("ls", shell=True),
        lambda: os.popen("ls"),
        lambda: os.system("ls"),
        lambda: os.execv("ls", ["ls"]),
        lambda: os.execvp("ls", ["ls"]),
        lambda: asyncio.run(asyncio.create_subprocess_exec("ls")),
    ],
)
def test_other_programs(start):
    with pytest.raises(OSError, match=r"cannot be started: a browser has no other programs") as caught:
        start()
    assert "ls" in str(caught.value)
    assert "interleave.run_script(path)" in str(caught.value)


def test_fork():
    with pytest.raises(OSError, match=r"os\.fork does not exist here.*multiprocessing\.Process"):
        os.fork()


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(("example.com", 80), timeout=2),
        lambda: socket.create_connection(("93.184.216.34", 80), timeout=2),
        lambda: urllib.request.urlopen("https://example.com/", timeout=2),
        lambda: asyncio.run(asyncio.open_connection("example.com", 443)),
    ],
)
def test_the_network(reach):
    with pytest.raises(OSError, match="a program here has no network"):
        reach()


def test_a_script_without_processes():
    from interleave import run_script

    with pytest.raises(RuntimeError, match=r"run_script needs a child process\. .*challenge\.toml"):
        run_script(__file__)
