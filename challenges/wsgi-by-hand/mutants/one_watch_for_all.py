import traceback


def shout(environ, start_response):
    """A WSGI application: answer with the request's body in upper case."""
    text = _read_body(environ).decode("utf-8")
    return _respond(start_response, "200 OK", text.upper())


def _read_body(environ):
    """Exactly the bytes of this request: the stream may go on with the next one."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    return environ["wsgi.input"].read(length)


def _respond(start_response, status, text, more_headers=()):
    body = text.encode("utf-8")
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        *more_headers,
    ]
    start_response(status, headers)
    return [body]


class Router:
    """A WSGI application that hands each request to the handler for its path and method."""

    def __init__(self):
        self._handlers = {}  # path → {method: handler}

    def route(self, method, path):
        """Decorator: `handler(environ)` answers this method on this path."""

        def register(handler):
            self._handlers.setdefault(path, {})[method] = handler
            return handler

        return register

    def __call__(self, environ, start_response):
        method = environ["REQUEST_METHOD"]
        handlers = self._handlers.get(environ["PATH_INFO"])
        if handlers is None:
            result = _respond(start_response, "404 Not Found", "not found")
        elif handler := handlers.get("GET" if method == "HEAD" else method):
            result = _respond(start_response, *_answer(handler, environ))
        else:
            allowed = {*handlers, "HEAD"} if "GET" in handlers else handlers
            allow = ("Allow", ", ".join(sorted(allowed)))
            result = _respond(start_response, "405 Method Not Allowed", "not allowed", [allow])
        return [] if method == "HEAD" else result


def _answer(handler, environ):
    """Status and text that the handler gives; its error is for the log, not for the visitor."""
    try:
        answer = handler(environ)
    except Exception:
        environ["wsgi.errors"].write(traceback.format_exc())
        return "500 Internal Server Error", "something went wrong"
    return ("200 OK", answer) if isinstance(answer, str) else answer


def timing(app, clock, log):
    """Middleware: call log(method, path, status, seconds) when a response is over."""

    began = 0

    def timed_app(environ, start_response):
        nonlocal began
        began = clock()
        status = None

        def note_status(new_status, headers, exc_info=None):
            nonlocal status
            status = new_status
            if exc_info is None:
                return start_response(new_status, headers)
            return start_response(new_status, headers, exc_info)

        def finish():
            log(environ["REQUEST_METHOD"], environ["PATH_INFO"], status, clock() - began)

        return _Closing(app(environ, note_status), finish)

    return timed_app


class _Closing:
    """The same response, but `finish` is called after it has been closed."""

    def __init__(self, result, finish):
        self._result = result
        self._finish = finish

    def __iter__(self):
        return iter(self._result)

    def close(self):
        try:
            if hasattr(self._result, "close"):
                self._result.close()
        finally:
            self._finish()
