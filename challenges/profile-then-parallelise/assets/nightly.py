"""Given: the nightly work of a photo agency, with a simulated clock.

Each function says itself what it costs: it moves CLOCK forward by so many seconds. So the profile
is the same on every machine. A process has a clock of its own.
"""

from dataclasses import dataclass

CLOCK = [0]


def now():
    """The simulated time of this process."""
    return CLOCK[0]


@dataclass(frozen=True)
class Picture:
    number: int
    name: str
    light: int


@dataclass(frozen=True)
class Grade:
    name: str
    points: int


def trim(text):
    """Called more often than anything else."""
    CLOCK[0] += 1
    return text.strip()


def load(line):
    """A line such as "7; dunes ; 130" becomes a Picture."""
    CLOCK[0] += 3
    number, name, light = (trim(part) for part in line.split(";"))
    return Picture(int(number), name, int(light))


def sharpness(picture):
    CLOCK[0] += 70
    if picture.light < 0:
        raise ValueError(f"{picture.name} cannot be graded")
    return picture.number * 7 % 10


def colour(picture):
    CLOCK[0] += 20
    return picture.light % 10


def grade(picture):
    """Points for one picture."""
    CLOCK[0] += 2
    return Grade(picture.name, sharpness(picture) + colour(picture))


def report(grades):
    """The lines of the report, in the order of the pictures, after one look at a control picture."""
    CLOCK[0] += 40
    sharpness(Picture(0, "control", 5))
    return [f"{place}. {one.name}: {one.points}" for place, one in enumerate(grades, 1)]


def nightly(lines):
    """One night: load, grade, report."""
    grades = [grade(load(line)) for line in lines]
    return report(grades)


def countdown(number):
    """Calls itself."""
    CLOCK[0] += 5
    return number and countdown(number - 1)
