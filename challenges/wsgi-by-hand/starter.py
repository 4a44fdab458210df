import traceback


def shout(environ, start_response):
    """A WSGI application: answer with the request's body in upper case."""
    # TODO 1: read exactly the bytes that belong to this request
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [b""]


class Router:
    """A WSGI application that hands each request to the handler for its path and method."""

    def route(self, method, path):
        """Decorator: `handler(environ)` answers this method on this path."""
        # TODO 2: remember the handler

        def register(handler):
            return handler

        return register

    def __call__(self, environ, start_response):
        # TODO 2: find the handler and answer
        # TODO 3: what if there is none, or it fails?
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"not found"]


def timing(app, clock, log):
    """Middleware: call log(method, path, status, seconds) when a response is over."""
    # TODO 4: when is a response over?
    return app
