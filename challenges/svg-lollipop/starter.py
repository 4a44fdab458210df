import html
import math

LEFT, RIGHT, TOP, BOTTOM = 50, 20, 20, 30  # room around the marks


def scale(domain, places):
    """A function from numbers of the domain to places, evenly."""
    # TODO 1
    ...


def ticks(lo, hi, most):
    """Round numbers from lo to hi, at most so many."""
    # TODO 2: 1, 2 and 5, times powers of ten
    ...


def histogram(values, bins):
    """How many values lie in each of so many equal bins: (from, to, how many)."""
    # TODO 3
    ...


def lollipop(rows, width=400, height=300):
    """The SVG of a chart with a stick and a dot for each (label, value)."""
    marks = []
    # TODO 4: which places do the scales lead to? Leave room at the sides.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"{''.join(marks)}</svg>"
    )


if __name__ == "__main__":
    print(lollipop([("soup", 12), ("fish & chips", 31), ("salad", 7), ("returned", -4)]))
