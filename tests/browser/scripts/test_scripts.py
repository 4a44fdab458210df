"""Files that run as programs in child processes, inside the product's interpreter."""

import textwrap

import pytest
from interleave import ScriptResult, ScriptTimeout, run_script


@pytest.fixture
def write(tmp_path):
    def call(source):
        path = tmp_path / "program.py"
        path.write_text(textwrap.dedent(source), encoding="utf-8")
        return path

    return call


def test_output_input_and_exit_code(write):
    path = write(
        """
        import os, sys
        print(__name__, os.path.basename(sys.argv[0]), input("? "))
        os.write(2, b"raw\\n")
        sys.exit(3)
        """
    )
    result = run_script(path, stdin="Grüße\n")
    assert result == ScriptResult("? __main__ program.py Grüße\n", "raw\n", 3)


def test_an_exception_is_a_traceback(write):
    result = run_script(write("import json\n\njson.loads('{')\n"))
    assert (result.stdout, result.exit_code) == ("", 1)
    assert result.stderr.startswith('Traceback (most recent call last):\n  File "/tmp/')
    assert "program.py\", line 3, in <module>\n    json.loads('{')\n" in result.stderr
    assert "JSONDecodeError" in result.stderr.splitlines()[-1]


def test_more_output_than_a_pipe_holds(write):
    result = run_script(write("print('x' * 300_000)\nprint('y' * 300_000, file=__import__('sys').stderr)"))
    assert (len(result.stdout), len(result.stderr)) == (300_001, 300_001)


def test_its_children_print_for_it_too(write):
    path = write(
        """
        import multiprocessing

        def work():
            print("child", flush=True)

        if __name__ == "__main__":
            child = multiprocessing.Process(target=work)
            child.start()
            child.join()
            print("parent", child.exitcode)
        """
    )
    assert run_script(path) == ScriptResult("child\nparent 0\n", "", 0)


def test_a_missing_guard_shows_itself(write):
    path = write(
        """
        import multiprocessing

        def work():
            pass

        child = multiprocessing.Process(target=work)
        child.start()
        child.join()
        print("exit code", child.exitcode)
        """
    )
    result = run_script(path)
    assert "if __name__ == '__main__':" in result.stderr
    assert result.stdout == "exit code 1\n"


def test_what_it_writes_can_be_read_afterwards(write, tmp_path):
    target = tmp_path / "out.txt"
    assert run_script(write(f"open({str(target)!r}, 'w').write('kept')")).exit_code == 0
    assert target.read_text() == "kept"


def test_an_endless_one_is_ended(write):
    with pytest.raises(ScriptTimeout) as caught:
        run_script(write("print('on')\nwhile True: pass\n"), timeout=1)
    assert caught.value.stdout == "on\n"


def test_one_that_dies_at_once(write):
    assert run_script(write("import os\nprint('last', flush=True)\nos._exit(7)\n")) == ScriptResult(
        "last\n", "", 7
    )
