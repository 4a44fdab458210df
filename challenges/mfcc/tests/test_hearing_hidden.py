"""Edges, silence, and the numbers themselves."""
import cmath
import math

import pytest

from solution import dct, fft, filterbank, frames, mel, mfcc, preemphasis


def tone(hz, samples=1024, rate=8000):
    return [math.sin(2 * math.pi * hz * i / rate) for i in range(samples)]


KNOWN = [-53.317689, 12.921256, 0.286796, -5.973498]
KNOWN_SMALL = [-33.871578, 12.728502, 4.538133]


class Counted(complex):
    """A number that counts how often it is multiplied."""

    products = 0

    def __mul__(self, other):
        Counted.products += 1
        return Counted(complex(self) * other)

    __rmul__ = __mul__

    def __add__(self, other):
        return Counted(complex(self) + other)

    __radd__ = __add__

    def __sub__(self, other):
        return Counted(complex(self) - other)


def test_emphasis_leaves_the_samples_alone():
    samples = [0.5, 0.25, -1.0]
    assert preemphasis(samples) == pytest.approx([0.5, -0.235, -1.2425])
    assert samples == [0.5, 0.25, -1.0]
    assert preemphasis([]) == []
    assert preemphasis([7]) == [7]


def test_only_complete_frames_count():
    assert frames([1, 2, 3, 4, 5, 6], 4, 2) == [[1, 2, 3, 4], [3, 4, 5, 6]]
    assert frames([1, 2, 3, 4, 5], 4, 2) == [[1, 2, 3, 4]]
    assert frames([1, 2, 3], 4, 2) == []
    assert frames([1, 2, 3, 4, 5], 2, 3) == [[1, 2], [4, 5]]


def test_one_sample_is_its_own_transform():
    assert fft([3]) == [3]
    assert fft([3, 1]) == pytest.approx([4, 2])


def test_a_transform_knows_left_from_right():
    spectrum = fft([0, 1, 0, -1])
    assert spectrum[1] == pytest.approx(-2j), "the sign in the exponent is a minus"
    assert spectrum[3] == pytest.approx(2j)


@pytest.mark.parametrize("length", [0, 3, 6, 100])
def test_other_lengths_are_refused(length):
    with pytest.raises(ValueError):
        fft([0.0] * length)


def test_the_transform_is_fast():
    Counted.products = 0
    spectrum = fft([Counted(i % 5) for i in range(256)])
    assert spectrum[0] == pytest.approx(sum(i % 5 for i in range(256)))
    assert Counted.products < 256 * 30, (
        f"{Counted.products} products for 256 samples; halves of halves need a few thousand"
    )


def test_the_filters_get_wider():
    bank = filterbank(20, 512, 16000)
    widths = [sum(weight > 0 for weight in row) for row in bank]
    assert widths[-1] > 5 * widths[0], "equally far apart in mel, and not in Hz"


def test_filters_begin_and_end_where_their_neighbours_peak():
    bank = filterbank(4, 1024, 8000)
    peaks = [row.index(max(row)) * 8000 / 1024 for row in bank]
    wanted = [mel(4000) * i / 5 for i in (1, 2, 3, 4)]
    assert [mel(hz) for hz in peaks] == pytest.approx(wanted, abs=8)
    for left, right in zip(bank, bank[1:]):
        overlap = [a + b for a, b in zip(left, right) if a > 0 and b > 0]
        assert overlap == pytest.approx([1.0] * len(overlap)), "where two filters meet, they share"


def test_the_cosine_transform_keeps_the_size():
    values = [3.0, -1.0, 4.0, 1.0, -5.0]
    coefficients = dct(values, 5)
    assert sum(c * c for c in coefficients) == pytest.approx(sum(v * v for v in values))
    assert dct(values, 2) == pytest.approx(coefficients[:2])


def test_silence_is_a_number_too():
    numbers = mfcc([0.0] * 512, 8000)
    assert len(numbers) == 3
    assert all(math.isfinite(x) for row in numbers for x in row)
    assert numbers[0][1:] == pytest.approx([0.0] * 12, abs=1e-9), "silence has no shape"


def test_the_numbers_themselves():
    numbers = mfcc(tone(440), 8000)[2]
    assert numbers[:4] == pytest.approx(KNOWN, abs=1e-4)


def test_other_sizes_are_possible():
    numbers = mfcc(tone(440, samples=600, rate=16000), 16000, size=128, step=100, filters=12, count=5)
    assert [len(row) for row in numbers] == [5] * 5
    assert numbers[1][:3] == pytest.approx(KNOWN_SMALL, abs=1e-4)
