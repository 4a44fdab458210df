import logging

from solution import log, sell


def test_logs(caplog):
    sell("tea")
    assert [record.getMessage() for record in caplog.records] == ["sold tea"]


def test_changes_everything():
    log.setLevel(logging.DEBUG)
    log.addHandler(logging.NullHandler())
    logging.disable(logging.CRITICAL)
    sell("coffee")


def test_is_as_before():
    sell("milk")
    assert log.level == logging.NOTSET
    assert not log.handlers
