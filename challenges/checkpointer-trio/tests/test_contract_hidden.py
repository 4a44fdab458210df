"""A good store that you have never seen, and mistakes that hide in answers, digits, names and copies."""
import broken
from contract import CheckpointerContract
from notary import broken_promises


def noticed(store):
    assert broken_promises(CheckpointerContract, store), f"nobody noticed what is wrong here: {store.__doc__}"


def test_a_store_that_is_built_differently_is_accepted():
    findings = broken_promises(CheckpointerContract, broken.Ledger)
    assert not findings, "the contract asks for more than was promised: " + "; ".join(findings)


def test_noticed_that_answers_come_in_bytes():
    noticed(broken.AnswersInBytes)


def test_noticed_that_digits_get_lost():
    noticed(broken.LosesDigits)


def test_noticed_that_two_names_make_one_key():
    noticed(broken.GluedKeys)


def test_noticed_that_neighbours_are_listed_too():
    noticed(broken.SeesNeighbours)


def test_noticed_that_int_is_too_generous():
    noticed(broken.TrustsInt)


def test_noticed_that_nonsense_erases_a_position():
    noticed(broken.ErasesFirst)


def test_noticed_that_a_late_consumer_is_stopped():
    noticed(broken.ComplainsAboutThePast)


def test_noticed_that_the_store_hands_out_itself():
    noticed(broken.HandsOutItself)


def test_noticed_that_it_does_not_ask_again():
    noticed(broken.KnowsBetter)


def test_noticed_that_one_shard_holds_up_the_others():
    noticed(broken.OneTideForAll)
