import gc

import solution


def test_frozen():
    assert gc.get_freeze_count() > 1_000
    gc.unfreeze()


def test_frozen_again():
    assert gc.get_freeze_count() > 1_000
