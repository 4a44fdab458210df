"""More that can break: in pay.py, at the bank, and between your tests."""
from examiner import examine, tell


def check_red(what, **broken):
    """At least one test notices what is broken."""
    right = examine()
    assert right.count, "there are no tests in test_pay.py yet"
    assert not right.failed, tell("before they can notice anything, your tests have to pass", right)
    assert examine(**broken).failed, f"all {right.count} of your tests pass, although {what}"


def test_your_tests_notice_too_many_attempts():
    check_red("pay tries four times instead of three", pay=("ATTEMPTS = 3", "ATTEMPTS = 4"))


def test_your_tests_notice_that_nobody_waits():
    check_red("pay does not wait between two attempts", pay=("            sleep(1)\n", ""))


def test_your_tests_notice_a_second_attempt_after_a_decline():
    check_red(
        "a declined card is tried again",
        pay=("except Unreachable:", "except (Unreachable, Declined):"),
    )


def test_your_tests_notice_a_decline_that_passes_for_a_payment():
    check_red(
        "a declined card gets a receipt",
        pay=("        except Unreachable:", "        except Declined:\n            break\n        except Unreachable:"),
    )


def test_your_tests_notice_a_wrong_currency():
    for one in ("EUR", "USD", "CHF"):
        check_red(
            f"everybody is charged in {one}, whatever the currency of the order",
            pay=("charge(card, cents, currency)", f"charge(card, cents, {one!r})"),
        )


def test_your_tests_notice_a_wrong_amount():
    check_red(
        "whole francs are charged and the cents forgotten",
        pay=("charge(card, cents, currency)", "charge(card, cents // 100 * 100, currency)"),
    )


def test_your_tests_notice_a_receipt_that_is_not_written_down():
    check_red(
        "the receipt never reaches the ledger",
        pay=("    ledger.record(order, receipt)\n", ""),
    )


def test_your_tests_notice_a_card_number_in_the_log():
    check_red("the whole card number is in the log", pay=("card[-4:])", "card)"))


def test_your_tests_notice_that_the_bank_has_changed():
    check_red(
        "the bank's charge now demands a reference, which pay does not give: "
        "stand-ins should refuse what the real one refuses",
        bank=("def charge(card, cents, currency)", "def charge(card, cents, currency, *, reference)"),
    )


def test_your_tests_pass_in_the_opposite_order():
    right = examine()
    assert right.count, "there are no tests in test_pay.py yet"
    assert not right.failed, tell("before their order matters, your tests have to pass", right)
    result = examine(backwards=True)
    assert not result.failed, f"red only because of the order:\n{result}"


def test_each_of_your_tests_passes_alone():
    names = examine().passed
    assert names, "there are no tests that pass yet"
    lonely = [name for name in names if examine(only=name).failed]
    assert not lonely, f"red without the others before them: {', '.join(lonely)}"
