"""Stopping a run from outside: the report says where it was and what was done before."""

import json
import signal
import threading

import pytest

import judge

BUSY = """
def spin():
    while True:
        pass
"""

STUBBORN = """
def spin():
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass
    again()


def again():
    while True:
        pass
"""

WAITING = """
import asyncio


async def wait():
    await asyncio.sleep(1_000)


def spin():
    asyncio.run(wait())
"""

TESTS = """
from solution import spin


def test_quick():
    pass


def test_spins():
    spin()


def test_never_reached():
    pass
"""


class Host:
    """Interrupts the main thread, again and again, from the start of one test on."""

    def __init__(self, test_id):
        self._test_id = test_id
        self._main = threading.get_ident()
        self._stop = threading.Event()
        self.thread = threading.Thread(target=self._interrupt, daemon=True)

    def emit(self, event):
        if json.loads(event).get("id") == self._test_id:
            self.thread.start()

    def _interrupt(self):
        while not self._stop.wait(0.05):
            signal.pthread_kill(self._main, signal.SIGINT)

    def stop(self):
        self._stop.set()
        self.thread.join()


def run_interrupted(solution, tmp_path, clock="real"):
    request = {
        "files": [{"path": "solution.py", "text": solution}, {"path": "test_it.py", "text": TESTS}],
        "editable": ["solution.py"],
        "starter": [],
        "testFiles": ["test_it.py"],
        "only": [],
        "packages": [],
        "clock": clock,
        "keepGc": True,
        "limits": {"seconds": 60, "outputCharacters": 1_000},
    }
    host = Host("test_it.py::test_spins")

    def start_when_asked(event):
        host.emit(event)

    # The last interrupts may come after the report: they are part of the bargain.
    report = None
    try:
        report = json.loads(judge.run(json.dumps(request), start_when_asked, str(tmp_path)))
        host.stop()
    except KeyboardInterrupt:
        host.stop()
    assert report is not None
    return report


@pytest.fixture(autouse=True)
def forget_modules(tmp_path):
    yield
    from judge.layout import forget_folder

    forget_folder(str(tmp_path))


@pytest.mark.parametrize(
    "solution, function",
    [(BUSY, "spin"), (STUBBORN, "again"), (WAITING, "wait")],
    ids=["busy", "stubborn", "waiting"],
)
def test_interrupted(solution, function, tmp_path):
    report = run_interrupted(solution, tmp_path)
    assert report["exit"] == "interrupted"
    assert [test["id"] for test in report["tests"]] == ["test_it.py::test_quick"]
    assert len(report["planned"]) == 3
    last = report["interruptedAt"][-1]
    assert (last["file"], last["function"]) == ("solution.py", function)
    assert report["interruptedAt"][0]["file"] == "test_it.py"
