import json

from given import apply


def parse(text):
    return json.loads(text, object_hook=explode)


def explode(value):
    return {"n": value["missing"]}


def dive(n):
    return dive(n + 1)


def outer():
    return apply(lambda: 1 / 0)


def check(value):
    assert value > 0, "must be positive"
