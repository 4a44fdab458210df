"""Run on submit; the learner sees the names and messages, not the code."""
import io
import sys
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest
from solution import Router, shout, timing


class Answer:
    """What a server would have sent."""

    def __init__(self, app, path="/", method="GET", body=b"", rest=b"", **environ):
        self.errors = io.StringIO()
        request = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body + rest),
            "wsgi.errors": self.errors,
            **environ,
        }
        setup_testing_defaults(request)
        result = validator(app)({key: value for key, value in request.items() if value is not None}, self.start)
        try:
            self.body = b"".join(result)
        finally:
            result.close()

    def start(self, status, headers, exc_info=None):
        self.status, self.headers = status, dict(headers)
        return lambda data: None


def environ(path="/"):
    request = {"SCRIPT_NAME": "", "PATH_INFO": path}
    setup_testing_defaults(request)
    return request


class Pieces:
    """A response that knows how far it has been read, and whether it was closed."""

    def __init__(self, *pieces):
        self.pieces, self.sent, self.closed = pieces, 0, 0

    def __iter__(self):
        for piece in self.pieces:
            self.sent += 1
            yield piece

    def close(self):
        self.closed += 1

    def app(self, environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return self


@pytest.mark.parametrize("length", [None, ""])
def test_without_a_length_there_is_no_body(length):
    answer = Answer(shout, rest=b"the next request", CONTENT_LENGTH=length)
    assert (answer.status, answer.body) == ("200 OK", b"")


def test_a_length_that_is_no_number_is_no_length():
    request = environ() | {"CONTENT_LENGTH": "many", "wsgi.input": io.BytesIO(b"the next request")}
    assert b"".join(shout(request, lambda *args: None)) == b"", "anybody can send such a header"


def test_the_length_is_counted_in_bytes():
    router = Router()
    router.route("GET", "/")(lambda environ: "Käse für 3 €")
    answer = Answer(router)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.body)) == "16", "ä, ü and € take more than one byte"


def test_head_has_everything_but_the_body():
    router = Router()
    router.route("GET", "/")(lambda environ: ("200 OK", "twelve bytes"))
    router.route("POST", "/orders")(lambda environ: "ordered")
    answer = Answer(router, method="HEAD")
    assert (answer.status, answer.body) == ("200 OK", b"")
    assert answer.headers["Content-Length"] == "12", "the length of the body that GET would have sent"
    refused = Answer(router, "/orders", method="HEAD")
    assert (refused.status, refused.headers["Allow"], refused.body) == ("405 Method Not Allowed", "POST", b"")
    missing = Answer(router, "/nowhere", method="HEAD")
    assert (missing.status, missing.body) == ("404 Not Found", b"")


def test_a_handler_that_fails_tells_the_log_and_not_the_visitor():
    router = Router()

    @router.route("GET", "/")
    def broken(environ):
        raise LookupError("password is hunter2")

    answer = Answer(router)
    assert answer.status == "500 Internal Server Error"
    assert b"hunter2" not in answer.body and b"LookupError" not in answer.body
    assert "LookupError: password is hunter2" in answer.errors.getvalue(), "the traceback belongs into wsgi.errors"


def test_a_handler_sees_its_request():
    router = Router()
    router.route("PUT", "/x")(lambda environ: environ["wsgi.input"].read(3).decode())
    assert Answer(router, "/x", method="PUT", body=b"abc").body == b"abc"


def test_a_registered_function_stays_a_function():
    router = Router()

    @router.route("GET", "/a")
    @router.route("GET", "/b")
    def page(environ):
        return "page"

    assert page({}) == "page", "the decorator hands back what it was given"
    assert Answer(router, "/a").body == Answer(router, "/b").body == b"page"


def test_two_routers_share_nothing():
    first, second = Router(), Router()
    first.route("GET", "/")(lambda environ: "first")
    assert Answer(second).status == "404 Not Found"


def test_what_the_application_returned_is_closed_once():
    pieces, entries = Pieces(b"a", b"b"), []
    answer = Answer(timing(pieces.app, lambda: 0, lambda *entry: entries.append(entry)))
    assert answer.body == b"ab"
    assert pieces.closed == 1, "the server closes your result, and you close the application's"
    assert len(entries) == 1


def test_a_visitor_who_hangs_up_is_logged_too():
    pieces, entries, now = Pieces(b"a", b"b", b"c"), [], [10.0]
    result = timing(pieces.app, lambda: now[0], lambda *entry: entries.append(entry))(environ("/film"), lambda *args: None)
    assert next(iter(result)) == b"a"
    assert pieces.sent == 1, "pass the pieces on as they come: the second is not wanted yet"
    assert entries == [], "the response is not over"
    now[0] = 14.0
    result.close()
    assert entries == [("GET", "/film", "200 OK", 4.0)]
    assert pieces.closed == 1


def test_the_application_is_closed_before_it_is_logged():
    order = []

    class Result(Pieces):
        def close(self):
            order.append("closed")
            raise OSError("the file was gone")

    result = timing(Result(b"").app, lambda: 0, lambda *entry: order.append("logged"))(environ(), lambda *args: None)
    with pytest.raises(OSError, match="the file was gone"):
        result.close()
    assert order == ["closed", "logged"], "closing takes time too, and may fail: the log hears of it in any case"


def test_requests_that_overlap_have_a_watch_each():
    now, entries = [0.0], []
    app = timing(Pieces(b"x").app, lambda: now[0], lambda *entry: entries.append((entry[1], entry[3])))
    first = app(environ("/first"), lambda *args: None)
    now[0] = 5.0
    second = app(environ("/second"), lambda *args: None)
    now[0] = 6.0
    second.close()
    now[0] = 9.0
    first.close()
    assert entries == [("/second", 1.0), ("/first", 9.0)], (
        "the second request began while the first was on its way: each has a beginning of its own"
    )


def test_rare_arguments_pass_through_the_stopwatch():
    seen, entries = [], []

    def start_response(*args):
        seen.append(args)
        return "write"

    def app(environ, start_response):
        seen.append(start_response("200 OK", [("A", "b")]))
        try:
            raise ValueError
        except ValueError:
            seen.append(start_response("500 Oh no", [], sys.exc_info()))
        return [b""]

    timing(app, lambda: 0, lambda *entry: entries.append(entry[2]))(environ(), start_response).close()
    assert [args[:2] for args in seen[::2]] == [("200 OK", [("A", "b")]), ("500 Oh no", [])]
    assert len(seen[2]) == 3 and seen[2][2][0] is ValueError, "exc_info has to reach the server"
    assert seen[1::2] == ["write", "write"], "start_response returns something: hand it on"
    assert entries == ["500 Oh no"], "the last status is the one that was sent"
