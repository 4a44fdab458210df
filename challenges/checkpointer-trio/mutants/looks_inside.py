import pytest


class CheckpointerContract:
    """What every checkpointer promises.

    Whoever has a store derives from this class and says how it is opened. Each
    test gets an object of its own, and with it a storage that is empty.
    """

    def open(self, application="shop"):
        """A store on this test's storage, as if a new program had opened it."""
        raise NotImplementedError("said by whoever has a store")

    def test_nothing_is_known_at_the_beginning(self):
        store = self.open()
        assert store.get("a") is None
        assert store._positions == {}

    def test_a_position_is_remembered_as_it_was_given(self):
        store = self.open()
        for sequence in ("5", "0007", "12"):
            store.checkpoint("a", sequence)
            assert store.get("a") == sequence

    def test_long_positions_keep_every_digit(self):
        store = self.open()
        long = "49590338271490256608559692538361571095921575989136588898"
        store.checkpoint("a", long)
        assert store.get("a") == long

    def test_each_shard_goes_its_own_way(self):
        store = self.open()
        store.checkpoint("a", "10")
        store.checkpoint("b", "3")
        assert (store.get("a"), store.get("b"), store.get("c")) == ("10", "3", None)

    def test_applications_do_not_meet(self):
        names = [("shop", "a"), ("shop-test", "a"), ("shop:a", "b"), ("shop", "a:b"), ("sh_p", "a")]
        for number, (application, shard) in enumerate(names):
            self.open(application).checkpoint(shard, str(number))
        for number, (application, shard) in enumerate(names):
            assert self.open(application).get(shard) == str(number)
        assert self.open("shop").positions() == {"a": "0", "a:b": "3"}

    def test_a_position_never_goes_back(self):
        store = self.open()
        store.checkpoint("a", "10")
        store.checkpoint("a", "9")
        assert store.get("a") == "10"
        store.checkpoint("a", "10")
        assert store.get("a") == "10"
        store.checkpoint("a", "100")
        assert store.get("a") == "100"

    def test_others_see_it_at_once(self):
        mine, yours = self.open(), self.open()
        mine.checkpoint("a", "5")
        assert yours.get("a") == "5"
        mine.checkpoint("a", "8")
        assert yours.get("a") == "8"

    def test_it_is_still_there_tomorrow(self):
        store = self.open()
        store.checkpoint("a", "5")
        store.close()
        assert self.open().get("a") == "5"

    def test_nonsense_is_refused_and_changes_nothing(self):
        store = self.open()
        store.checkpoint("a", "5")
        for nonsense in ("", "abc", "-7", "1_000", " 7", "7.5", "٧"):
            with pytest.raises(ValueError):
                store.checkpoint("a", nonsense)
            assert store.get("a") == "5"

    def test_positions_are_all_of_them_and_a_copy(self):
        store = self.open()
        store.checkpoint("a", "5")
        store.checkpoint("b", "6")
        positions = store.positions()
        assert positions == {"a": "5", "b": "6"}
        positions.clear()
        assert store.positions() == {"a": "5", "b": "6"}
        assert store.get("a") == "5"
