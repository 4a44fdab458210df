# TODO(author): what the learner begins with: the import, and perhaps one weak test.
from basket import total


def test_one_price_is_the_total():
    # TODO 2 and 3: this test alone notices too little
    assert total([3]) == 3
