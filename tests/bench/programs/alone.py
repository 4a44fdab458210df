"""Computes for a while; when each piece was done, for interpreters side by side to be compared."""

import json

from solution import burn, burn_for


def test_measure():
    burn(150_000)
    print(json.dumps({"ends": burn_for(4, 50_000)}))
