import asyncio

from wsgi_environ import make_environ


async def echo(scope, receive, send):
    """An ASGI application: gives back what it gets, over HTTP and over WebSocket."""
    # TODO 1: scope["type"] is "lifespan", "http" or "websocket"


class Chat:
    """An ASGI application for WebSocket: whatever one client says, all of them hear."""

    def __len__(self):
        """How many clients are connected."""
        # TODO 2
        return 0

    async def __call__(self, scope, receive, send):
        # TODO 2: hear everybody, tell everybody
        # TODO 3: without waiting for the slowest, and without leaving anything behind
        ...


def wsgi_to_asgi(app):
    """Return an ASGI application that answers HTTP requests with the WSGI application `app`."""

    async def asgi_app(scope, receive, send):
        # TODO 4
        ...

    return asgi_app
