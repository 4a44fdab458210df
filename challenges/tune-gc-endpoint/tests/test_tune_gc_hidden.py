"""What the app must refuse, and what it must not claim."""
import gc
import json

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
    if not was_enabled:
        gc.disable()


@pytest.fixture
def client():
    return create_app({}).test_client()


@pytest.mark.parametrize("raw", ["", "   "], ids=["empty", "spaces"])
def test_a_blank_setting_means_the_default(raw):
    assert parse_thresholds(raw) == (700, 10, 10), (
        "a variable that is set to nothing says no more than a missing one"
    )


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("fast", id="word"),
        pytest.param("1,2,3,4", id="four numbers"),
        pytest.param("-5", id="negative"),
        pytest.param("700,,10", id="nothing between commas"),
        pytest.param("2147483648", id="too large"),
    ],
)
def test_a_bad_environment_is_refused(raw):
    with pytest.raises(ValueError):
        parse_thresholds(raw)


def test_a_bad_environment_stops_the_start():
    before = gc.get_threshold()
    with pytest.raises(ValueError):
        create_app({"GARBAGE_COLLECTION_THRESHOLD": "700,10,-1"})
    assert gc.get_threshold() == before, (
        "the setting was refused, and yet the thresholds have changed"
    )


def test_zero_is_a_threshold(client):
    answer = client.post("/tune_gc", json={"thresholds": [0]})
    assert answer.status_code == 200, (
        "0 is valid: it tells the collector never to start by itself"
    )
    assert gc.get_threshold()[0] == 0
    assert parse_thresholds("0") == (0,)


def test_the_largest_threshold_is_accepted(client):
    answer = client.post("/tune_gc", json={"thresholds": [2147483647]})
    assert answer.status_code == 200
    assert gc.get_threshold()[0] == 2147483647


def test_old_is_what_was_in_force_before(client):
    gc.set_threshold(701, 9)
    before = list(gc.get_threshold())
    answer = client.post("/tune_gc", json={"thresholds": [900, 11]})
    assert answer.get_json().get("old") == before, (
        "the thresholds were set from outside your app: "
        "read them just before you change them"
    )


def test_now_is_what_python_reports(client):
    answer = client.post("/tune_gc", json={"thresholds": [900]})
    assert answer.get_json().get("now") == list(gc.get_threshold()), (
        "only one number was sent, but three are in force: "
        "report what gc.get_threshold() says, not what you were sent"
    )
    answer = client.post("/tune_gc", json={"thresholds": [901, 11, 12]})
    assert answer.get_json().get("now") == list(gc.get_threshold()), (
        "Python need not take over all three numbers: "
        "report what gc.get_threshold() says, not what you were sent"
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="no thresholds"),
        pytest.param(None, id="null"),
        pytest.param([700], id="a list instead of an object"),
        pytest.param({"thresholds": None}, id="thresholds null"),
        pytest.param({"thresholds": []}, id="empty list"),
        pytest.param({"thresholds": [1, 2, 3, 4]}, id="four numbers"),
        pytest.param({"thresholds": "700"}, id="text without a list"),
        pytest.param({"thresholds": ["700"]}, id="text in the list"),
        pytest.param({"thresholds": [True]}, id="true"),
        pytest.param({"thresholds": [700.0]}, id="fraction"),
        pytest.param({"thresholds": [-1]}, id="negative"),
        pytest.param({"thresholds": [2**31]}, id="too large"),
        pytest.param({"thresholds": [700, "x"]}, id="second one is text"),
    ],
)
def test_a_bad_body_is_refused_and_changes_nothing(client, body):
    gc.set_threshold(777, 8)
    before = gc.get_threshold()
    answer = client.post(
        "/tune_gc", data=json.dumps(body), content_type="application/json"
    )
    assert gc.get_threshold() == before, (
        "the body is not valid, and yet the thresholds have changed: "
        "check everything first, set last"
    )
    assert answer.status_code == 400, (
        f"{json.dumps(body)} is the sender's mistake, so the answer is 400; "
        "500 would say that the server is at fault"
    )


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        pytest.param("hello", "text/plain", id="plain text"),
        pytest.param("hello", "application/json", id="broken JSON"),
    ],
)
def test_a_body_that_is_not_json_is_refused(client, data, content_type):
    answer = client.post("/tune_gc", data=data, content_type=content_type)
    assert answer.status_code == 400, (
        "a body that is not JSON is a bad request: "
        "request.get_json(silent=True) lets you answer yourself"
    )
    assert answer.is_json, "your own answer is JSON, not a page of HTML"


def test_a_refusal_says_what_is_wrong(client):
    answer = client.post("/tune_gc", json={"thresholds": "many"}).get_json()
    assert isinstance(answer.get("error"), str) and answer["error"].strip(), (
        'a refusal carries {"error": "..."} with a sentence in it'
    )


def test_tune_gc_answers_to_post_only(client):
    assert client.get("/tune_gc").status_code == 405, (
        "GET must not change anything, so /tune_gc answers it with 405; "
        "register the function for POST alone and Flask does that"
    )
