# TODO(author): the tests of the learner's tests: green for the right code, red for each wrong one.
import basket
import basket_without_discount
from stand_in import failing_tests


def test_your_tests_pass_for_the_code_as_it_is():
    assert failing_tests("basket", basket) == []


def test_your_tests_notice_a_forgotten_discount():
    red = failing_tests("basket", basket_without_discount)
    assert red, "all your tests pass, although the discount is gone"
