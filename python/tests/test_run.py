"""The judge's edges that no golden file shows: bad requests, prepared interpreters, exact bytes."""

import base64
import json
import sys

import pytest

import judge
from judge import session
from judge.capture import BoundedSink, Streams
from judge.layout import forget_folder


def request_for(files, **settings):
    names = [file["path"] for file in files]
    request = {
        "files": files,
        "editable": [name for name in names if name == "solution.py"],
        "starter": [],
        "testFiles": [name for name in names if name.startswith("test_")],
        "only": [],
        "packages": [],
        "clock": "real",
        "keepGc": True,
        "limits": {"seconds": 60, "outputCharacters": 1_000},
    }
    return json.dumps({**request, **settings})


def run(files, root, **settings):
    events: list[str] = []
    report = json.loads(judge.run(request_for(files, **settings), events.append, str(root)))
    forget_folder(str(root))
    return report


@pytest.mark.parametrize(
    "path",
    ["/etc/x.py", "../x.py", "a/../x.py", "a//x.py", "./x.py", "", "a\0b.py", "c:/x", "a\\b"],
)
def test_paths_stay_inside(path, tmp_path):
    report = run([{"path": path, "text": ""}], tmp_path / "run")
    assert report["exit"] == "internal-error"
    assert "run's folder" in report["exitMessage"]
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"files": 1}'])
def test_unreadable_requests_are_reports(text, tmp_path):
    report = json.loads(judge.run(text, lambda event: None, str(tmp_path)))
    assert report["exit"] == "internal-error"
    assert "cannot be read" in report["exitMessage"]


def test_files_have_the_exact_bytes(tmp_path):
    data = bytes(range(256))
    files = [
        {"path": "assets/data.bin", "base64": base64.b64encode(data).decode()},
        {"path": "crlf.txt", "text": "a\r\nb\ré\n"},
        {"path": "test_x.py", "text": "def test_x(): pass\n"},
    ]
    assert run(files, tmp_path)["exit"] == "finished"
    assert (tmp_path / "assets/data.bin").read_bytes() == data
    assert (tmp_path / "crlf.txt").read_bytes() == "a\r\nb\ré\n".encode()


def test_later_files_win(tmp_path):
    files = [
        {"path": "solution.py", "text": "X = 1\n"},
        {"path": "test_x.py", "text": "from solution import X\n\ndef test_x(): assert X == 2\n"},
        {"path": "solution.py", "text": "X = 2\n"},
    ]
    assert run(files, tmp_path)["tests"][0]["outcome"] == "passed"


def test_a_file_of_one_megabyte(tmp_path):
    text = "x = 1\n" * 170_000 + "y = missing\n"
    files = [
        {"path": "solution.py", "text": text},
        {"path": "test_x.py", "text": "import solution\n"},
    ]
    (error,) = run(files, tmp_path)["collectionErrors"]
    assert (error["file"], error["line"], error["column"]) == ("solution.py", 170_001, 5)


def test_prepare_leaves_nothing(tmp_path):
    path, environment = list(sys.path), sys.modules.get("solution")
    judge.prepare()
    assert sys.path == path
    assert sys.modules.get("solution") is environment
    assert not [name for name in sys.modules if "test_warm" in name]


def test_after_prepare_a_session_stands_ready_for_one_run(tmp_path, monkeypatch):
    judge.prepare("", str(tmp_path))
    (standing,) = session._standing
    served = []
    monkeypatch.setattr(standing, "run", lambda files: served.append(files) or 0)
    files = [{"path": "test_x.py", "text": "def test_x(): pass\n"}]
    assert run(files, tmp_path)["tests"] == []
    assert served == [[str(tmp_path / "test_x.py")]]
    standing.dismiss()
    assert [test["outcome"] for test in run(files, tmp_path)["tests"]] == ["passed"]


def test_what_was_rehearsed_is_used_only_for_the_very_same_text(tmp_path):
    judge.prepare("", str(tmp_path))
    judge.rehearse(json.dumps([{"path": "test_x.py", "text": "def test_x(): assert False\n"}]))
    assert not (tmp_path / "test_x.py").exists()
    files = [{"path": "test_x.py", "text": "def test_x(): assert 1 == 1\n"}]
    assert [test["outcome"] for test in run(files, tmp_path)["tests"]] == ["passed"]


def test_a_test_may_start_a_pytest_of_its_own(tmp_path):
    judge.prepare("", str(tmp_path))
    inner = "def test_one(): pass\ndef test_two(): pass\n"
    text = (
        "import pytest\n"
        "class Count:\n"
        "    seen = 0\n"
        "    def pytest_runtest_logreport(self, report):\n"
        "        self.seen += report.when == 'call'\n"
        "def test_x():\n"
        "    count = Count()\n"
        "    assert pytest.main(['inner.py', '-q'], plugins=[count]) == 0\n"
        "    assert count.seen == 2\n"
    )
    files = [{"path": "test_x.py", "text": text}, {"path": "inner.py", "text": inner}]
    (test,) = run(files, tmp_path)["tests"]
    assert test["outcome"] == "passed", test["failure"]


def test_what_cannot_be_rehearsed_is_told_by_the_run(tmp_path):
    judge.prepare("", str(tmp_path))
    files = [{"path": "test_x.py", "text": "def test_x(:\n"}]
    judge.rehearse(json.dumps(files))
    (error,) = run(files, tmp_path)["collectionErrors"]
    assert (error["file"], error["line"]) == ("test_x.py", 1)


def test_a_rehearsal_stays_inside_the_folder(tmp_path):
    judge.prepare("", str(tmp_path))
    with pytest.raises(ValueError, match="does not stay inside"):
        judge.rehearse(json.dumps([{"path": "../test_x.py", "text": ""}]))
    session.dismiss_standing()


def test_a_program_meets_nothing_of_a_session_that_stands_ready(tmp_path):
    hooks, pdb_hook = list(sys.meta_path), sys.breakpointhook
    judge.prepare("", str(tmp_path))
    text = "import sys\nprint(len(sys.meta_path), sys.breakpointhook.__module__)\n"
    files = [{"path": "solution.py", "text": text}]
    request = request_for(files, program="solution.py")
    events: list[str] = []
    report = json.loads(judge.run_program(request, events.append, str(tmp_path)))
    assert report["exitCode"] == 0
    assert f"{len(hooks)} {pdb_hook.__module__}" in "".join(events)


def test_what_the_surroundings_were_is_back(tmp_path, monkeypatch):
    import os

    monkeypatch.setenv("PYTEST_ADDOPTS", "--collect-only")
    before = os.getcwd(), sys.stdout, sys.stdin, dict(os.environ), os.write
    report = run([{"path": "test_x.py", "text": "def test_x(): pass\n"}], tmp_path)
    assert [test["outcome"] for test in report["tests"]] == ["passed"]
    assert (os.getcwd(), sys.stdout, sys.stdin, dict(os.environ), os.write) == before


def test_a_broken_conftest_is_told(tmp_path):
    files = [
        {"path": "conftest.py", "text": "import nowhere_at_all\n"},
        {"path": "test_x.py", "text": "def test_x(): pass\n"},
    ]
    report = run(files, tmp_path)
    assert report["exit"] == "internal-error"
    assert "nowhere_at_all" in report["exitMessage"]


def test_os_exit_is_not_ours_but_sys_exit_in_a_fixture_is(tmp_path):
    text = "import pytest, sys\n@pytest.fixture\ndef f():\n    sys.exit(1)\ndef test_x(f): pass\n"
    report = run([{"path": "test_x.py", "text": text}], tmp_path)
    assert report["exit"] == "finished"
    assert report["tests"][0]["outcome"] == "error"
    assert report["tests"][0]["failure"]["type"] == "SystemExit"


def test_a_flood_does_not_grow_memory():
    sink = BoundedSink(10, "<stdout>", 1)
    for _ in range(1_000):
        sink.write("éé\n".encode() * 100)
    kept = sum(map(len, sink._parts))
    capture = sink.take()
    assert kept == 10
    assert capture == {"text": ("éé\n" * 4)[:10], "total": 300_000, "dropped": 299_990}


def test_characters_split_over_writes():
    sink = BoundedSink(10, "<stdout>", 1)
    for byte in "é😀".encode():
        sink.write(bytes([byte]))
    assert sink.take()["text"] == "é😀"


def test_streams_are_back_after_the_block():
    before = sys.stdout
    streams = Streams(100)
    with streams.installed():
        print("inside")
        sys.stdout.detach()  # type: ignore[attr-defined]
        streams.restore()
        print("again")
    assert sys.stdout is before
    assert streams.take()[0]["text"] == "inside\nagain\n"


def test_a_run_with_too_much_to_tell_goes_on_in_short(tmp_path):
    tests = (
        "import pytest\n\n"
        "@pytest.mark.parametrize('n', range(60))\n"
        "def test_n(n):\n    print('x' * 200_000)\n    assert n < 0, 'y' * 5_000\n"
    )
    files = [{"path": "test_n.py", "text": tests}]
    report = run(files, tmp_path / "run", limits={"seconds": 60, "outputCharacters": 200_000})
    first, last = report["tests"][0], report["tests"][-1]
    assert len(report["tests"]) == 60
    assert len(first["stdout"]["text"]) == 200_000
    assert last["stdout"]["total"] == first["stdout"]["total"]
    assert last["stdout"]["dropped"] == last["stdout"]["total"] - len(last["stdout"]["text"])
    assert last["outcome"] == "failed"
    assert last["failure"]["frames"][-1]["line"] == 6
    assert len(json.dumps(report)) < 8_000_000
