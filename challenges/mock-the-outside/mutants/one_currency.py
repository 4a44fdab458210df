from types import SimpleNamespace
from unittest.mock import call, patch

import pytest

import pay
from bank import Declined, Unreachable

CARD = "4000123412349876"


@pytest.fixture
def outside():
    """Stand-ins for bank, ledger and clock; the order is not paid yet."""
    with (
        patch("pay.charge", autospec=True, return_value="R-1") as charge,
        patch("pay.ledger", autospec=True) as ledger,
        patch("pay.sleep", autospec=True) as sleep,
    ):
        ledger.find.return_value = None
        yield SimpleNamespace(charge=charge, ledger=ledger, sleep=sleep)


@pytest.mark.parametrize("currency", ["CHF"])
def test_the_bank_is_charged_and_the_receipt_written_down(outside, currency):
    assert pay.pay("A-17", 1250, currency, CARD) == "R-1"
    outside.charge.assert_called_once_with(CARD, 1250, currency)
    outside.ledger.record.assert_called_once_with("A-17", "R-1")
    outside.sleep.assert_not_called()


def test_a_paid_order_is_not_charged_again(outside):
    outside.ledger.find.return_value = "R-0"
    assert pay.pay("A-17", 1250, "CHF", CARD) == "R-0"
    outside.charge.assert_not_called()


def test_a_bad_line_is_tried_again_after_a_second(outside):
    outside.charge.side_effect = [Unreachable(), Unreachable(), "R-3"]
    assert pay.pay("A-17", 1250, "CHF", CARD) == "R-3"
    assert outside.sleep.mock_calls == [call(1), call(1)]


def test_after_three_attempts_it_is_over(outside):
    outside.charge.side_effect = Unreachable()
    with pytest.raises(Unreachable):
        pay.pay("A-17", 1250, "CHF", CARD)
    assert outside.charge.call_count == 3
    outside.ledger.record.assert_not_called()


def test_a_declined_card_is_not_tried_again(outside):
    outside.charge.side_effect = Declined()
    with pytest.raises(Declined):
        pay.pay("A-17", 1250, "CHF", CARD)
    outside.charge.assert_called_once()
    outside.ledger.record.assert_not_called()


def test_the_log_has_four_digits_of_the_card(outside, caplog):
    caplog.set_level("INFO")
    pay.pay("A-17", 1250, "CHF", CARD)
    assert "9876" in caplog.text
    assert CARD not in caplog.text
