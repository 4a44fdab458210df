"""Odd tracebacks, secrets in odd places, and new code that looks old."""
import traceback

import pytest

from solution import Report, parse_traceback, question, redact, spot_py2


def test_an_error_may_have_no_message_and_a_long_name():
    text = (
        "Traceback (most recent call last):\n"
        '  File "/srv/till/sync.py", line 2, in pull\n'
        "    client.get()\n"
        "store.errors.Unreachable\n"
    )
    report = parse_traceback(text)
    assert (report.error, report.message) == ("store.errors.Unreachable", "")
    assert question(report, "client.get()", "an answer").startswith(
        "store.errors.Unreachable in sync.py, line 2\n"
    )


def test_a_syntax_error_has_a_frame_without_a_function():
    text = (
        '  File "/srv/till/old.py", line 3\n'
        '    print "hello"\n'
        "    ^^^^^^^^^^^^^\n"
        "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?\n"
    )
    report = parse_traceback(text)
    assert (report.error, report.line, report.function) == ("SyntaxError", 3, "")


def test_without_a_frame_of_your_own_the_innermost_counts():
    text = (
        "Traceback (most recent call last):\n"
        '  File "<frozen runpy>", line 198, in _run_module_as_main\n'
        '  File "/usr/lib/python3.14/json/decoder.py", line 345, in decode\n'
        "    obj, end = self.raw_decode(s, idx=_w(s, 0).end())\n"
        "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n"
    )
    report = parse_traceback(text)
    assert report.path == "/usr/lib/python3.14/json/decoder.py"
    assert report.message == "Expecting value: line 1 column 1 (char 0)"


def test_what_comes_from_nowhere_is_not_your_own():
    text = (
        "Traceback (most recent call last):\n"
        '  File "/srv/till/main.py", line 1, in <module>\n'
        "    import cart\n"
        '  File "<frozen importlib._bootstrap>", line 1360, in _find_and_load\n'
        "ModuleNotFoundError: No module named 'cart'\n"
    )
    assert parse_traceback(text).path == "/srv/till/main.py"


def test_the_cause_is_passed_over():
    text = (
        "Traceback (most recent call last):\n"
        '  File "/srv/till/deep.py", line 5, in deep\n'
        "    1 / 0\n"
        "ZeroDivisionError: division by zero\n"
        "\nThe above exception was the direct cause of the following exception:\n\n"
        "Traceback (most recent call last):\n"
        '  File "/usr/lib/python3.14/runpy.py", line 8, in wrap\n'
        "    raise RuntimeError('gave up')\n"
        "RuntimeError: gave up\n"
    )
    report = parse_traceback(text)
    assert (report.error, report.path) == ("RuntimeError", "/usr/lib/python3.14/runpy.py"), (
        "the frame and the error belong to the same traceback, the last one"
    )


def test_a_real_traceback_of_this_python():
    def broken():
        return {}["price"]

    try:
        broken()
    except KeyError:
        report = parse_traceback(traceback.format_exc())
    assert (report.error, report.message, report.function) == ("KeyError", "'price'", "broken")


@pytest.mark.parametrize("text", ["", "pls help it doesnt work!!!", "ValueError: no frame\n"])
def test_a_text_without_a_traceback_is_refused(text):
    with pytest.raises(ValueError):
        parse_traceback(text)


@pytest.mark.parametrize(
    "before, after",
    [
        ("{'db_password': 'a', 'user': 'eve'}", "{'db_password': '***', 'user': 'eve'}"),
        ('login(token="a", name="b", secret="c")', 'login(token="***", name="b", secret="***")'),
        ('Api_Key: "it\'s mine"', 'Api_Key: "***"'),
        ("password = ask()", "password = ask()"),
        ("redis://:hunter2@cache:6379/0", "redis://:***@cache:6379/0"),
        ("http://a:b@x and http://c:d@y", "http://a:***@x and http://c:***@y"),
        ("see http://till.example:8080/a@b", "see http://till.example:8080/a@b"),
    ],
)
def test_secrets_in_odd_places(before, after):
    assert redact(before) == after


def test_a_file_of_another_system_has_a_name_too():
    report = Report("KeyError", "'x'", "C:\\Users\\eve\\cart.py", 4, "f")
    assert question(report, "\nx\n\n", "y").splitlines()[0] == "KeyError: 'x' in cart.py, line 4", (
        "Windows puts \\ between the folders, and they are nobody's business there either"
    )
    assert "```python\nx\n```" in question(report, "\nx\n\n", "y")


def test_new_code_is_left_in_peace():
    source = (
        "print(name)\n"
        "print (name)\n"
        "printer = 'print this'\n"
        "# print name\n"
        "# raw_input() was its name\n"
        "except (ValueError, TypeError):\n"
        "except ValueError, TypeError:\n"
        "except ValueError as e:\n"
        "draw_input()\n"
    )
    assert spot_py2(source) == []


def test_old_habits_in_the_middle_of_things():
    source = (
        "def f():\n"
        "    print name\n"
        "    except db.Error , err :\n"
        "    return int(raw_input())\n"
        "    print 'a', 'b'\n"
    )
    assert spot_py2(source) == [
        (2, "print(...)"),
        (3, "except ... as ..."),
        (4, "input(...)"),
        (5, "print(...)"),
    ]
