import cmath
import math

FLOOR = 1e-10  # the least energy of which a logarithm is taken


def hamming(n):
    """A window of n weights: largest in the middle, small at both ends."""
    return [0.54 - 0.46 * math.cos(2 * math.pi * i / (n - 1)) for i in range(n)]


def mel(hz):
    """A frequency on the scale of the ear."""
    return 2595 * math.log10(1 + hz / 700)


def unmel(mels):
    """The way back from mel to Hz."""
    return 700 * (10 ** (mels / 2595) - 1)


def preemphasis(samples, c=0.97):
    """The samples with their high tones lifted."""
    lifted = [after - c * before for before, after in zip(samples, samples[1:])]
    return lifted


def frames(samples, size, step):
    """All complete frames of so many samples, one every step samples."""
    return [samples[i : i + size] for i in range(0, len(samples) - size + 1, step)]


def fft(values):
    """The Fourier transform of a list whose length is a power of two."""
    n = len(values)
    if n == 0 or n & (n - 1):
        raise ValueError(f"the length is {n}, and not a power of two")
    if n == 1:
        return [complex(values[0])]
    even, odd = fft(values[::2]), fft(values[1::2])
    turned = [cmath.exp(-2j * math.pi * k / n) * x for k, x in enumerate(odd)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


def filterbank(count, size, rate):
    """Triangular filters, equally wide to the ear: a row of weights for each."""
    top = mel(rate / 2)
    points = [unmel(top * i / (count + 1)) for i in range(count + 2)]
    frequencies = [k * rate / size for k in range(size // 2 + 1)]
    return [
        [max(0.0, min((f - low) / (peak - low), (high - f) / (high - peak))) for f in frequencies]
        for low, peak, high in zip(points, points[1:], points[2:])
    ]


def dct(values, count):
    """The first coefficients of the cosine transform."""
    n = len(values)
    return [
        math.sqrt((1 if k == 0 else 2) / n)
        * sum(v * math.cos(math.pi * k * (2 * i + 1) / (2 * n)) for i, v in enumerate(values))
        for k in range(count)
    ]


def mfcc(samples, rate, size=256, step=128, filters=20, count=13):
    """The coefficients of each frame."""
    window, bank = hamming(size), filterbank(filters, size, rate)
    answer = []
    for frame in frames(preemphasis(samples), size, step):
        power = power_spectrum(frame, window)
        answer.append(dct([log_energy(row, power) for row in bank], count))
    return answer


def power_spectrum(frame, window):
    """The power of each frequency that the frame can have."""
    size = len(frame)
    spectrum = fft([x * w for x, w in zip(frame, window)])
    return [abs(x) ** 2 / size for x in spectrum[: size // 2 + 1]]


def log_energy(weights, power):
    """The logarithm of what passes through a filter."""
    return math.log(max(FLOOR, math.sumprod(weights, power)))
