"""Pays for an order: asks the bank, and writes down the receipt."""
import logging
from time import sleep

import ledger
from bank import Declined, Unreachable, charge

log = logging.getLogger("pay")

ATTEMPTS = 3


def pay(order, cents, currency, card):
    """Charge the card and return the number of the receipt.

    An order that has a receipt in the ledger is paid: the receipt is returned,
    and the bank is not asked. If the bank cannot be reached, pay waits for one
    second and tries again, three attempts in all; then it raises Unreachable.
    A card that is declined is not tried again: pay raises Declined. The
    receipt of a charge goes into the ledger. The log has the last four digits
    of the card and no more of it.
    """
    receipt = ledger.find(order)
    if receipt is not None:
        return receipt
    for attempt in range(1, ATTEMPTS + 1):
        try:
            receipt = charge(card, cents, currency)
            break
        except Unreachable:
            if attempt == ATTEMPTS:
                raise
            sleep(1)
    ledger.record(order, receipt)
    log.info("order %s paid with card %s", order, card[-4:])
    return receipt
