# TODO(author): the code with one mistake that the learner's tests have to notice; one file for each mistake.


def total(prices):
    return sum(prices)
