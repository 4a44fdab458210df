def total(prices):
    return 3


def poem():
    return "Roses are red\nViolets are blue\nSugar is sweet"


def sentence():
    return "the quick brown fox jumped over the lazy dog"
