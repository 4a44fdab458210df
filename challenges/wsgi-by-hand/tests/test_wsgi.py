"""These tests are shown to the learner. Every application runs inside wsgiref.validate."""
import io
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

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


def menu():
    router = Router()

    @router.route("GET", "/menu")
    def show(environ):
        return "soup and bread"

    @router.route("POST", "/menu")
    def order(environ):
        return "202 Accepted", "in ten minutes"

    return router


def test_the_body_is_shouted_back():
    answer = Answer(shout, method="POST", body="grüß gott".encode())
    assert answer.status == "200 OK"
    assert answer.body.decode("utf-8") == "GRÜSS GOTT", "bytes in, text between, bytes out"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_the_next_request_is_left_alone():
    answer = Answer(shout, method="POST", body=b"first", rest=b"POST / HTTP/1.1")
    assert answer.body == b"FIRST", "CONTENT_LENGTH says how many bytes of the stream are yours"


def test_the_router_finds_path_and_method():
    answer = Answer(menu(), "/menu")
    assert (answer.status, answer.body) == ("200 OK", b"soup and bread")
    answer = Answer(menu(), "/menu", method="POST", body=b"soup")
    assert (answer.status, answer.body) == ("202 Accepted", b"in ten minutes"), "a pair is status and text"


def test_an_unknown_path_is_not_found():
    assert Answer(menu(), "/cellar").status == "404 Not Found"


def test_a_wrong_method_is_told_the_right_ones():
    answer = Answer(menu(), "/menu", method="DELETE")
    assert answer.status == "405 Method Not Allowed", "the path is known, only the method is not"
    assert answer.headers["Allow"] == "GET, HEAD, POST", "in alphabetical order, and HEAD comes with GET"


def test_the_stopwatch_changes_nothing():
    answer = Answer(timing(menu(), lambda: 0, lambda *entry: None), "/menu")
    plain = Answer(menu(), "/menu")
    assert (answer.status, answer.headers, answer.body) == (plain.status, plain.headers, plain.body)


def test_the_stopwatch_logs_a_response_when_it_is_over():
    now, entries = [100.0], []

    def slow(environ, start_response):
        now[0] += 1
        start_response("200 OK", [("Content-Type", "text/plain")])
        for _ in range(3):
            now[0] += 2
            yield b"piece"

    Answer(timing(slow, lambda: now[0], lambda *entry: entries.append(entry)), "/slow")
    assert entries == [("GET", "/slow", "200 OK", 7.0)], (
        "when the application returns, its body has not even been made: wait for close()"
    )
