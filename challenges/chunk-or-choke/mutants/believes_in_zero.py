import pickle

from envelopes import CountingPool
from parcels import quote


class NotSendable(Exception):
    """Something cannot be pickled, so no process can be sent it."""


# Each process has its own: the one in the parent stays None.
_tariff = None


def _keep(tariff):
    """What each worker does first."""
    global _tariff
    _tariff = tariff


def _quote_here(parcel):
    return quote(_tariff, parcel)


def open_pool(tariff, workers):
    """A CountingPool for quotes by this tariff."""
    return CountingPool(workers, initializer=_keep, initargs=(tariff,))


def quote_all(pool, parcels, chunksize):
    """The price of each parcel, in order; `chunksize` parcels to a message."""
    return pool.map_async(_quote_here, parcels, chunksize).get(timeout=60)


def weigh(function, *args):
    """How many bytes the call takes in an envelope; NotSendable if it does not go in."""
    for part in (function, *args):
        try:
            pickle.dumps(part)
        except Exception as error:
            raise NotSendable(f"{part!r} cannot be sent: {error}") from error
    return len(pickle.dumps((function, args)))


def best_chunksize(n, workers, per_item, per_message):
    """The smallest chunk whose message costs at most a tenth of its work."""
    most = -(-n // workers)
    wanted = -(-10 * per_message // per_item) if per_item else most
    return max(1, min(wanted, most))
