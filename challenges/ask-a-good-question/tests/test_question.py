"""Read it, clean it, ask it."""
import pytest

from solution import Report, parse_traceback, question, redact, spot_py2

RECEIPT = """Traceback (most recent call last):
  File "/home/eve/till/main.py", line 30, in <module>
    receipt(orders[0])
    ~~~~~~~^^^^^^^^^^^
  File "/home/eve/till/receipt.py", line 9, in receipt
    price = load(order)["price"]
  File "/home/eve/till/venv/lib/python3.14/site-packages/store/core.py", line 210, in load
    raise LookupError("no such order: A-17")
LookupError: no such order: A-17
"""


def test_the_last_line_says_what():
    report = parse_traceback(RECEIPT)
    assert report.error == "LookupError"
    assert report.message == "no such order: A-17", "a message may have a colon of its own"


def test_the_innermost_frame_of_your_own_says_where():
    report = parse_traceback(RECEIPT)
    assert (report.path, report.line, report.function) == (
        "/home/eve/till/receipt.py",
        9,
        "receipt",
    ), "frames are listed from the outside to the inside; skip those that are not yours"


def test_of_two_errors_the_last_one_came_out():
    text = RECEIPT + (
        "\nDuring handling of the above exception, another exception occurred:\n\n"
        "Traceback (most recent call last):\n"
        '  File "/home/eve/till/main.py", line 33, in <module>\n'
        "    apologise()\n"
        "NameError: name 'apologise' is not defined\n"
    )
    report = parse_traceback(text)
    assert (report.error, report.line) == ("NameError", 33)


@pytest.mark.parametrize(
    "before, after",
    [
        ('connect(password="hunter2")', 'connect(password="***")'),
        ("API_KEY = 'abc-123'  # from the shop", "API_KEY = '***'  # from the shop"),
        ("https://eve:hunter2@till.example/v1", "https://eve:***@till.example/v1"),
        ('author = "Eve"', 'author = "Eve"'),
    ],
)
def test_secrets_are_replaced_and_the_rest_is_not(before, after):
    assert redact(before) == after


def test_a_question_has_all_that_is_needed():
    report = Report("IndexError", "list index out of range", "/home/eve/till/cart.py", 4, "last")
    assert question(report, "items[3]", "the last of three items") == (
        "IndexError: list index out of range in cart.py, line 4\n"
        "\n"
        "I expected: the last of three items\n"
        "\n"
        "```python\n"
        "items[3]\n"
        "```\n"
    )


def test_a_question_gives_no_secret_away():
    report = Report("OSError", "cannot open https://eve:hunter2@till.example", "/home/eve/a.py", 1, "f")
    text = question(report, "TOKEN = 'hunter2'", "that password='hunter2' works")
    assert "hunter2" not in text
    assert "/home/eve" not in text, "the folders are nobody's business"


def test_the_old_book_is_recognised():
    source = 'print "hello"\nage = raw_input("Age? ")\ntry:\n    f()\nexcept ValueError, e:\n    pass\n'
    assert spot_py2(source) == [(1, "print(...)"), (2, "input(...)"), (5, "except ... as ...")]
