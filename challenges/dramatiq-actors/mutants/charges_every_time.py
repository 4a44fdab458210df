import dramatiq

from shop import CardDeclined


def make_tasks(broker, ledger, charge, send_mail):
    """Declare the shop's two actors on this broker, and return (bill, receipt).

    charge(card) talks to the bank, and send_mail(order_id) to the mail server.
    Both are slow, and both fail from time to time.
    """

    @dramatiq.actor(
        broker=broker,
        queue_name="billing",
        max_retries=3,
        min_backoff=1_000,
        throws=CardDeclined,
    )
    def bill(order_id, card):
        """Take the money, and have the receipt sent."""
        charge(card)
        ledger.note_paid(order_id)
        receipt.send(order_id)

    @dramatiq.actor(broker=broker, queue_name="mail", max_retries=10, min_backoff=5_000)
    def receipt(order_id):
        """Send the receipt."""
        if not ledger.has_receipt(order_id):
            send_mail(order_id)
            ledger.note_receipt(order_id)

    return bill, receipt


def checkout(bill, order_id, card):
    """What the web server calls when somebody presses the button."""
    bill.send(order_id, card)
    return "accepted"
