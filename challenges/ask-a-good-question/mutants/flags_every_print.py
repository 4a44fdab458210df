import re
from dataclasses import dataclass

FRAME = re.compile(r'\s*File "(?P<path>.+)", line (?P<line>\d+)(?:, in (?P<function>.+))?')
ERROR = re.compile(r"(?P<error>[A-Za-z_][\w.]*)(?:: (?P<message>.*))?")
FOREIGN = ("site-packages", "/lib/python3")

SECRET_VALUE = re.compile(
    r"""(\w*(?:password|secret|token|api_key)\w*["']?\s*[=:]\s*)(["'])(.*?)\2""",
    re.IGNORECASE,
)
SECRET_ADDRESS = re.compile(r"(://[^\s:/@]*:)[^\s@/]+@")

HABITS = [
    (re.compile(r"\s*print\s+[^\s=]"), "print(...)"),
    (re.compile(r"[^#]*\braw_input\("), "input(...)"),
    (re.compile(r"\s*except\s+[\w.]+\s*,\s*[a-z_]\w*\s*:"), "except ... as ..."),
]


@dataclass(frozen=True)
class Report:
    """What went wrong, and where in the asker's own code."""

    error: str
    message: str
    path: str
    line: int
    function: str


def parse_traceback(text):
    """What the last traceback in this text says."""
    last = text.rpartition("Traceback (most recent call last):")[2]
    frames = [found for line in last.splitlines() if (found := FRAME.fullmatch(line))]
    errors = [found for line in last.splitlines() if (found := ERROR.fullmatch(line))]
    if not frames or not errors:
        raise ValueError("there is no traceback in this text")
    frame = [frame for frame in frames if is_own(frame["path"])][-1:] or frames[-1:]
    path, line, function = frame[0].group("path", "line", "function")
    error, message = errors[-1].group("error", "message")
    return Report(error, message or "", path, int(line), function or "")


def is_own(path):
    """Whether a file is neither Python's nor of a package that was installed."""
    return not path.startswith("<") and not any(part in path for part in FOREIGN)


def redact(text):
    """The same text without passwords and the like."""
    text = SECRET_VALUE.sub(r"\1\2***\2", text)
    return SECRET_ADDRESS.sub(r"\1***@", text)


def question(report, code, expected):
    """A question that somebody can answer, and that gives nothing away."""
    what = f"{report.error}: {report.message}" if report.message else report.error
    file = re.split(r"[/\\]", report.path)[-1]
    code = code.strip("\n")
    return redact(
        f"{what} in {file}, line {report.line}\n"
        f"\n"
        f"I expected: {expected}\n"
        f"\n"
        f"```python\n{code}\n```\n"
    )


def spot_py2(source):
    """Habits of Python 2: (line number, what to write instead)."""
    return [
        (number, fix)
        for number, line in enumerate(source.splitlines(), start=1)
        for habit, fix in HABITS
        if habit.match(line)
    ]
