import gc

import solution


def test_not_frozen():
    assert gc.get_freeze_count() == 0
    gc.freeze()
    assert gc.get_freeze_count() > 0


def test_thawed():
    assert gc.get_freeze_count() == 0
