import html
import math
from fractions import Fraction
from itertools import count

LEFT, RIGHT, TOP, BOTTOM = 50, 20, 20, 30  # room around the marks


def scale(domain, places):
    """A function from numbers of the domain to places, evenly."""
    (lo, hi), (first, last) = domain, places
    if lo == hi:
        return lambda number: (first + last) / 2
    return lambda number: first + (number - lo) / (hi - lo) * (last - first)


def ticks(lo, hi, most):
    """Round numbers from lo to hi, at most so many."""
    if lo == hi:
        return [lo]
    lo, hi = Fraction(str(lo)), Fraction(str(hi))
    for step in round_steps((hi - lo) / most):
        first, last = math.ceil(lo / step), math.floor(hi / step)
        if last - first < most:
            return [float(n * step) for n in range(first, last + 1)]


def round_steps(about):
    """1, 2 and 5 times powers of ten, upwards from below `about`."""
    for power in count(math.floor(math.log10(about)) - 1):
        for digit in (1, 2, 5):
            yield digit * Fraction(10) ** power


def histogram(values, bins):
    """How many values lie in each of so many equal bins: (from, to, how many)."""
    if not values:
        return []
    lo, hi = min(values), max(values)
    if lo == hi:
        return [(lo, hi, len(values))]
    width = (hi - lo) / bins
    counts = [0] * bins
    for value in values:
        counts[min(int((value - lo) / width), bins - 1)] += 1
    return [(lo + i * width, lo + (i + 1) * width, n) for i, n in enumerate(counts)]


def lollipop(rows, width=400, height=300):
    """The SVG of a chart with a stick and a dot for each (label, value)."""
    values = [0, *(value for _, value in rows)]
    lo, hi = min(values), max(values)
    to_x = scale((0, max(len(rows), 1)), (LEFT, width - RIGHT))
    to_y = scale((lo, hi), (height - BOTTOM, TOP))
    marks = []
    for tick in ticks(lo, hi, 6):
        y = to_y(tick)
        marks.append(
            f'<line class="tick" x1="{LEFT}" y1="{y}" x2="{width - RIGHT}" y2="{y}" stroke="#ccc"/>'
            f'<text class="tick" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick:g}</text>'
        )
    for place, (label, value) in enumerate(rows):
        x, y = to_x(place + 0.5), to_y(value)
        marks.append(
            f'<line class="stick" x1="{x}" y1="{to_y(0)}" x2="{x}" y2="{y}" stroke="teal"/>'
            f'<circle class="head" cx="{x}" cy="{y}" r="6" fill="teal"/>'
            f'<text class="label" x="{x}" y="{height - 8}" text-anchor="middle">{html.escape(label)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"{''.join(marks)}</svg>"
    )


if __name__ == "__main__":
    print(lollipop([("soup", 12), ("fish & chips", 31), ("salad", 7), ("returned", -4)]))
