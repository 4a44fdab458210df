"""Your tests are green on Sundays, and red for the bug that went out last week."""
from examiner import examine, tell


def check_red(what, **broken):
    """At least one test notices what is broken."""
    right = examine()
    assert right.count, "there are no tests in test_pay.py yet"
    assert not right.failed, tell("before they can notice anything, your tests have to pass", right)
    assert examine(**broken).failed, f"all {right.count} of your tests pass, although {what}"


def test_your_tests_pass_for_the_code_as_it_is():
    result = examine()
    assert result.count, "there are no tests in test_pay.py yet"
    assert not result.failed, tell("pay.py is right, and these are red", result)


def test_your_tests_touch_nothing_outside():
    result = examine()
    assert result.count, "there are no tests in test_pay.py yet"
    assert not result.outside, (
        f"really touched: {', '.join(sorted(set(result.outside)))}; "
        "patch the names that pay.py looks up"
    )


def test_nothing_stays_replaced_after_your_tests():
    result = examine()
    assert result.count, "there are no tests in test_pay.py yet"
    assert not result.replaced, f"still replaced when all was over: {', '.join(result.replaced)}"


def test_your_tests_notice_that_a_paid_order_is_charged_again():
    check_red(
        "an order with a receipt in the ledger is charged again",
        pay=("    if receipt is not None:\n        return receipt\n", ""),
    )


def test_your_tests_notice_that_nobody_tries_again():
    check_red(
        "pay gives up at the first bad line",
        pay=("if attempt == ATTEMPTS:\n                raise", "raise"),
    )
