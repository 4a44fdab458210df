"""Each step by itself, and then a tone."""
import cmath
import math

import pytest

from solution import dct, fft, filterbank, frames, mfcc, preemphasis


def tone(hz, samples=1024, rate=8000):
    return [math.sin(2 * math.pi * hz * i / rate) for i in range(samples)]


def slow(values):
    """The transform by its definition."""
    n = len(values)
    return [
        sum(v * cmath.exp(-2j * math.pi * k * i / n) for i, v in enumerate(values))
        for k in range(n)
    ]


def test_emphasis_takes_part_of_the_sample_before():
    assert preemphasis([1, 1, 2], c=0.5) == pytest.approx([1, 0.5, 1.5])


def test_frames_overlap():
    assert frames([1, 2, 3, 4, 5, 6, 7], 3, 2) == [[1, 2, 3], [3, 4, 5], [5, 6, 7]]


def test_the_fast_transform_equals_the_slow_one():
    values = [1, 2, 0, -1, 3, 0, 0, 5]
    assert fft(values) == pytest.approx(slow(values))


def test_a_tone_is_a_peak():
    powers = [abs(x) for x in fft(tone(1000, 256))]
    assert powers.index(max(powers)) in (32, 256 - 32), "1000 Hz is number 32 of 256 at 8000 Hz"


def test_a_filter_for_each_band():
    bank = filterbank(20, 256, 8000)
    assert (len(bank), {len(row) for row in bank}) == (20, {129})
    assert all(0 <= weight <= 1 for row in bank for weight in row)


def test_what_is_flat_has_a_level_and_no_shape():
    assert dct([1, 1, 1, 1], 3) == pytest.approx([2, 0, 0])


def test_thirteen_numbers_for_each_frame():
    numbers = mfcc(tone(440), 8000)
    assert len(numbers) == 7
    assert {len(row) for row in numbers} == {13}


def test_louder_moves_only_the_level():
    soft = mfcc(tone(440), 8000)[2]
    loud = mfcc([3 * x for x in tone(440)], 8000)[2]
    assert loud[0] > soft[0]
    assert loud[1:] == pytest.approx(soft[1:], abs=1e-6), (
        "three times as loud adds the same number to every logarithm; does it reach the shape?"
    )
