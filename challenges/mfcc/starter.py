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
    # TODO 1
    ...


def frames(samples, size, step):
    """All complete frames of so many samples, one every step samples."""
    # TODO 1
    ...


def fft(values):
    """The Fourier transform of a list whose length is a power of two."""
    # TODO 2
    ...


def filterbank(count, size, rate):
    """Triangular filters, equally wide to the ear: a row of weights for each."""
    # TODO 3
    ...


def dct(values, count):
    """The first coefficients of the cosine transform."""
    # TODO 4
    ...


def mfcc(samples, rate, size=256, step=128, filters=20, count=13):
    """The coefficients of each frame."""
    # TODO 5
    ...
