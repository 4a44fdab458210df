# TODO(author): the tests of Run; the learner reads them. 8 to 20 functions together with the hidden ones.
from solution import count_words


def test_each_word_is_counted():
    assert count_words("to be or not to be") == {"to": 2, "be": 2, "or": 1, "not": 1}


def test_capital_letters_make_no_difference():
    assert count_words("The the THE") == {"the": 3}, "all three are the same word"
