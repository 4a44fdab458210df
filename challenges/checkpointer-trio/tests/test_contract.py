"""Your contract, held against three good stores and against some that are broken."""
import broken
import stores
from contract import CheckpointerContract
from notary import broken_promises


def accepted(store):
    findings = broken_promises(CheckpointerContract, store)
    assert not findings, "this store keeps the promise, and your contract says: " + "; ".join(findings)


def noticed(store):
    assert broken_promises(CheckpointerContract, store), f"nobody noticed what is wrong here: {store.__doc__}"


def test_the_store_in_memory_is_accepted():
    accepted(stores.MemoryCheckpointer)


def test_the_store_in_sql_is_accepted():
    accepted(stores.SqlCheckpointer)


def test_the_store_in_redis_is_accepted():
    accepted(stores.RedisCheckpointer)


def test_noticed_that_zero_stands_for_unknown():
    noticed(broken.ZeroForUnknown)


def test_noticed_that_the_last_one_wins():
    noticed(broken.LastOneWins)


def test_noticed_that_nine_is_after_ten():
    noticed(broken.ComparesText)


def test_noticed_that_nothing_is_ever_committed():
    noticed(broken.NeverCommits)


def test_noticed_that_applications_share_a_position():
    noticed(broken.OneForAllApplications)


def test_noticed_that_the_first_row_answers_for_ever():
    noticed(broken.InsertsAgain)
