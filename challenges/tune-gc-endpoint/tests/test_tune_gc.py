"""Reading the setting, starting the app, changing and showing thresholds."""
import gc

import pytest

from solution import create_app, parse_thresholds


@pytest.fixture(autouse=True)
def own_thresholds():
    """Give every test its own thresholds and put the old ones back."""
    thresholds, was_enabled = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(2000, 10, 10)
    gc.enable()
    yield
    gc.set_threshold(*thresholds)
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


@pytest.fixture
def client():
    return create_app({}).test_client()


def test_no_setting_means_the_default():
    assert parse_thresholds(None) == (700, 10, 10)


def test_the_environment_is_text():
    assert parse_thresholds("1000, 15") == (1000, 15), (
        "an environment variable is text: '1000, 15' has to become the "
        "numbers 1000 and 15"
    )


def test_the_app_applies_the_environment():
    create_app({"GARBAGE_COLLECTION_THRESHOLD": "1234,12"})
    assert gc.get_threshold()[:2] == (1234, 12), (
        "create_app() reads the setting from the mapping it is given "
        "and puts it in force"
    )


def test_post_sets_the_thresholds(client):
    answer = client.post("/tune_gc", json={"thresholds": [900, 11]})
    assert answer.status_code == 200
    assert gc.get_threshold()[:2] == (900, 11), (
        "the answer was 200, but gc.get_threshold() shows other numbers"
    )


def test_get_shows_thresholds_and_switch(client):
    gc.set_threshold(321, 7)
    gc.disable()
    shown = client.get("/gc").get_json()
    assert shown == {
        "thresholds": list(gc.get_threshold()),
        "enabled": False,
    }, (
        "somebody else set the thresholds and switched the collector off: "
        "ask the gc module at every request"
    )
