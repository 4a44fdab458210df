"""Given: what a parcel costs. The tariff is large, as tariffs are."""


class Tariff:
    """Prices in cents by zone and weight class; knows how many tariffs came in by the post."""

    arrived = 0

    def __init__(self, zones=200, classes=100):
        self.prices = {
            f"Z{zone:03}": [490 + 15 * zone + 40 * grade for grade in range(classes)]
            for zone in range(zones)
        }

    def __setstate__(self, state):
        # Called where a pickled tariff is unpacked: in this process.
        Tariff.arrived += 1
        self.__dict__.update(state)

    def price(self, parcel):
        """The price of one parcel; KeyError for a zone that is not served."""
        zone, grams = parcel
        return self.prices[zone][grams // 500]


def quote(tariff, parcel):
    """What one parcel, a (zone, grams) pair, costs."""
    return tariff.price(parcel)


def count_tariffs(_):
    """For the tests: how many tariffs have been unpacked in this process."""
    return Tariff.arrived
