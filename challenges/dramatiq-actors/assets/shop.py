"""What the shop has already. Given."""


class CardDeclined(Exception):
    """The bank has said no. Asking again changes nothing."""


class Ledger:
    """The shop's memory. (In the real shop these are two tables.)"""

    def __init__(self):
        self._paid = set()
        self._receipts = set()

    def is_paid(self, order_id):
        return order_id in self._paid

    def note_paid(self, order_id):
        self._paid.add(order_id)

    def has_receipt(self, order_id):
        return order_id in self._receipts

    def note_receipt(self, order_id):
        self._receipts.add(order_id)
