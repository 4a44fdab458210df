import pytest


class CheckpointerContract:
    """What every checkpointer promises.

    Whoever has a store derives from this class and says how it is opened. Each
    test gets an object of its own, and with it a storage that is empty.
    """

    def open(self, application="shop"):
        """A store on this test's storage, as if a new program had opened it."""
        raise NotImplementedError("said by whoever has a store")

    def test_a_position_is_remembered(self):
        store = self.open()
        store.checkpoint("a", "5")
        assert store.get("a") == "5"

    # TODO: one or more tests for each of the eight promises. This one is about the second, in part.
