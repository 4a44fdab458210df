# TODO(author): the mistakes that only Submit shows. Unlisted, not secret; no traps.
import basket_with_late_discount
from stand_in import failing_tests


def test_your_tests_notice_a_discount_that_begins_too_late():
    red = failing_tests("basket", basket_with_late_discount)
    assert red, "all your tests pass, although ten euros get no discount"
