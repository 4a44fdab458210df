"""No width, no values, nothing above zero, and ends that are not quite there."""
import random
from xml.etree import ElementTree

import pytest

from solution import histogram, lollipop, scale, ticks


def marks(svg, tag, name):
    """All marks of a kind, in the order in which they are drawn."""
    found = ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}")
    return [mark for mark in found if mark.get("class") == name]


def numbers(mark, *names):
    return [float(mark.get(name)) for name in names]


def heights(rows, **size):
    return [numbers(head, "cy")[0] for head in marks(lollipop(rows, **size), "circle", "head")]


def test_a_domain_without_width_is_in_the_middle():
    assert scale((5, 5), (100, 200))(5) == pytest.approx(150)
    assert scale((5, 5), (100, 200))(7) == pytest.approx(150)


def test_a_scale_goes_on_beyond_its_ends():
    to_place = scale((-1, 1), (0, 10))
    assert [to_place(n) for n in (-2, 0, 3)] == pytest.approx([-5, 5, 20])


@pytest.mark.parametrize(
    "lo, hi, most, wanted",
    [
        (-3, 3, 7, [-3, -2, -1, 0, 1, 2, 3]),
        (-3, 3, 6, [-2, 0, 2]),
        (0.1, 0.3, 3, [0.1, 0.2, 0.3]),
        (0, 0.7, 8, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
        (1200, 9900, 6, [2000, 4000, 6000, 8000]),
        (0, 100, 2, [0, 100]),
        (0, 99, 2, [0, 50]),
        (-40, -20, 5, [-40, -35, -30, -25, -20]),
        (4, 4, 5, [4]),
    ],
)
def test_ticks_at_the_ends_and_across_zero(lo, hi, most, wanted):
    assert ticks(lo, hi, most) == pytest.approx(wanted)


def test_an_end_that_is_nearly_a_tick_counts():
    assert ticks(0.1 + 0.2, 1, 10) == pytest.approx([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]), (
        "0.1 + 0.2 is a tiny bit more than 0.3, and that is no reason to lose the tick"
    )
    assert ticks(0, 1 - 1e-9, 6) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])


def test_there_are_never_too_many_ticks_and_hardly_too_few():
    chance = random.Random(7)
    for _ in range(200):
        lo = chance.uniform(-1000, 1000)
        hi = lo + 10 ** chance.uniform(-2, 4)
        found = ticks(lo, hi, 6)
        assert 2 <= len(found) <= 6, f"{len(found)} ticks from {lo} to {hi}"


def test_a_border_belongs_to_the_bin_that_begins_there():
    assert [n for _, _, n in histogram([0, 2, 3, 4, 8], 4)] == [1, 2, 1, 1]
    assert [n for _, _, n in histogram([-4, -1, -1, 0], 2)] == [1, 3]


def test_every_value_is_in_one_bin():
    chance = random.Random(3)
    values = [chance.gauss(0, 1) for _ in range(500)]
    for bins in (1, 3, 7, 40):
        found = histogram(values, bins)
        assert len(found) == bins
        assert sum(n for _, _, n in found) == 500


def test_equal_values_are_one_bin_and_no_values_are_none():
    assert histogram([3, 3, 3], 5) == [(3, 3, 3)]
    assert histogram([], 5) == []


def test_sticks_begin_at_zero_and_end_in_their_heads():
    svg = lollipop([("up", 6), ("down", -3), ("nothing", 0)])
    sticks = [sorted(numbers(stick, "y1", "y2")) for stick in marks(svg, "line", "stick")]
    up, down, zero = (numbers(head, "cy")[0] for head in marks(svg, "circle", "head"))
    assert up < zero < down, "what is below zero hangs down"
    assert sticks == [pytest.approx(pair) for pair in ([up, zero], [zero, down], [zero, zero])]
    assert zero - up == pytest.approx(2 * (down - zero)), "twice the value is twice the stick"


@pytest.mark.parametrize("values", [(100, 101), (-100, -101)])
def test_zero_always_belongs_to_the_picture(values):
    nearly, most = heights([("a", values[0]), ("b", values[1])])
    svg = lollipop([("a", values[0]), ("b", values[1])])
    zeros = [numbers(line, "y1")[0] for line, text in pairs(svg) if float(text.text) == 0]
    assert len(zeros) == 1, f"there is no tick at 0, only at {[text.text for _, text in pairs(svg)]}"
    [zero] = zeros
    assert (nearly - zero) / (most - zero) == pytest.approx(100 / 101), (
        "a chart that begins at 100 makes a giant of 101"
    )


def pairs(svg):
    """The line and the number of each tick."""
    return list(zip(marks(svg, "line", "tick"), marks(svg, "text", "tick"), strict=True))


def test_ticks_stand_where_their_numbers_are():
    svg = lollipop([("a", 20), ("b", 40), ("c", 100)])
    at = {text.text: numbers(line, "y1", "y2") for line, text in pairs(svg)}
    assert list(at) == ["0", "20", "40", "60", "80", "100"]
    assert len(pairs(lollipop([("a", 6)]))) == 4, "0, 2, 4 and 6; seven ticks are more than six"
    a, b, c = heights([("a", 20), ("b", 40), ("c", 100)])
    assert [at["20"], at["40"], at["100"]] == [pytest.approx([y, y]) for y in (a, b, c)]


def test_nothing_is_outside_of_the_picture():
    for count, width, height in ((8, 400, 300), (8, 200, 500), (2, 400, 300), (1, 300, 300)):
        rows = [(f"row {n}", n * n - 9) for n in range(count)]
        svg = lollipop(rows, width=width, height=height)
        assert ElementTree.fromstring(svg).get("viewBox") == f"0 0 {width} {height}"
        for head in marks(svg, "circle", "head"):
            x, y, r = numbers(head, "cx", "cy", "r")
            assert r <= x <= width - r and r <= y <= height - r
        for text in marks(svg, "text", "label") + marks(svg, "text", "tick"):
            x, y = numbers(text, "x", "y")
            assert 0 <= x <= width and 0 < y <= height


def test_one_row_no_row_and_nothing_but_zeros():
    svg = lollipop([("only", 5)])
    assert ElementTree.fromstring(svg).get("viewBox") == "0 0 400 300"
    assert len(marks(svg, "circle", "head")) == 1
    assert heights([]) == []
    assert len(set(heights([("a", 0), ("b", 0)]))) == 1
