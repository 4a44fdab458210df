import dramatiq

from shop import CardDeclined


def make_tasks(broker, ledger, charge, send_mail):
    """Declare the shop's two actors on this broker, and return (bill, receipt).

    charge(card) talks to the bank, and send_mail(order_id) to the mail server.
    Both are slow, and both fail from time to time.
    """

    # TODO 1: these are plain functions. Make them actors, each on its own queue.
    # TODO 3: which errors are worth another attempt, how often, and when?
    # TODO 4: a message may come twice.

    def bill(order_id, card):
        """Take the money, and have the receipt sent."""
        charge(card)
        ledger.note_paid(order_id)
        receipt(order_id)

    def receipt(order_id):
        """Send the receipt."""
        send_mail(order_id)
        ledger.note_receipt(order_id)

    return bill, receipt


def checkout(bill, order_id, card):
    """What the web server calls when somebody presses the button."""
    # TODO 2: the customer waits for this.
    bill(order_id, card)
    return "paid"
