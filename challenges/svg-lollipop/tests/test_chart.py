"""A scale, round numbers, bins, and a picture that can be read."""
from xml.etree import ElementTree

import pytest

from solution import histogram, lollipop, scale, ticks

ROWS = [("mon", 4), ("tue", 10), ("wed", 1)]


def marks(svg, tag, name):
    """All marks of a kind, in the order in which they are drawn."""
    found = ElementTree.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}")
    return [mark for mark in found if mark.get("class") == name]


def numbers(mark, *names):
    return [float(mark.get(name)) for name in names]


def test_a_scale_is_even():
    to_place = scale((10, 20), (0, 300))
    assert [to_place(n) for n in (10, 12, 20)] == pytest.approx([0, 60, 300])


def test_a_scale_may_go_backwards():
    to_place = scale((0, 4), (100, 20))
    assert [to_place(n) for n in (0, 1, 4)] == pytest.approx([100, 80, 20])


@pytest.mark.parametrize(
    "lo, hi, most, wanted",
    [
        (0, 10, 6, [0, 2, 4, 6, 8, 10]),
        (3, 38, 5, [10, 20, 30]),
        (0, 1, 5, [0, 0.5, 1]),
    ],
)
def test_ticks_are_round_numbers(lo, hi, most, wanted):
    assert ticks(lo, hi, most) == pytest.approx(wanted)


def test_bins_are_equally_wide():
    bins = histogram([0, 1, 2, 6, 7], 4)
    assert [(a, b) for a, b, _ in bins] == [(0, 1.75), (1.75, 3.5), (3.5, 5.25), (5.25, 7)]
    assert [n for _, _, n in bins] == [2, 1, 0, 2], "the largest value belongs to the last bin"


def test_each_row_has_a_stick_a_head_and_a_label():
    svg = lollipop(ROWS)
    sticks, heads = marks(svg, "line", "stick"), marks(svg, "circle", "head")
    labels = marks(svg, "text", "label")
    assert [label.text for label in labels] == ["mon", "tue", "wed"]
    xs = [numbers(head, "cx")[0] for head in heads]
    assert xs == sorted(xs) and xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])
    assert [numbers(stick, "x1", "x2") for stick in sticks] == [pytest.approx([x, x]) for x in xs]
    assert [numbers(label, "x")[0] for label in labels] == pytest.approx(xs)


def test_larger_values_are_higher_up():
    mon, tue, wed = (numbers(head, "cy")[0] for head in marks(lollipop(ROWS), "circle", "head"))
    assert tue < mon < wed, "y grows downwards in SVG, and upwards in a chart"


def test_labels_may_contain_anything():
    label = "fish & <chips>"
    try:
        svg = lollipop([(label, 3)])
        labels = [mark.text for mark in marks(svg, "text", "label")]
    except ElementTree.ParseError as error:
        pytest.fail(f"the picture is no XML any more: {error}")
    assert labels == [label]
