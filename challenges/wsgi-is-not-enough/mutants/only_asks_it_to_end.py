import asyncio

from wsgi_environ import make_environ


async def echo(scope, receive, send):
    """An ASGI application: gives back what it gets, over HTTP and over WebSocket."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "http":
        body = await _read_body(receive)
        if body is not None:
            await _respond(send, 200, [(b"content-type", b"application/octet-stream")], body)
    else:
        await receive()  # websocket.connect
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            await send({"type": "websocket.send", "text": message["text"]})


async def _lifespan(receive, send):
    """Tell the server that we are ready, and later that we are done."""
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


async def _read_body(receive):
    """All pieces of the body, or None if the visitor hangs up before the last one."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _respond(send, status, headers, body):
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Chat:
    """An ASGI application for WebSocket: whatever one client says, all of them hear."""

    def __init__(self):
        self._queues = set()  # one for each client: what it has not been sent yet

    def __len__(self):
        """How many clients are connected."""
        return len(self._queues)

    async def __call__(self, scope, receive, send):
        await receive()  # websocket.connect
        await send({"type": "websocket.accept"})
        queue = asyncio.Queue()
        self._queues.add(queue)
        writer = asyncio.create_task(_write(queue, send))
        try:
            while (message := await receive())["type"] == "websocket.receive":
                for everyone in self._queues:
                    everyone.put_nowait(message["text"])
        finally:
            self._queues.remove(queue)
            writer.cancel()


async def _write(queue, send):
    """Send one client its texts, at the pace of this client."""
    while True:
        await send({"type": "websocket.send", "text": await queue.get()})


def wsgi_to_asgi(app):
    """Return an ASGI application that answers HTTP requests with the WSGI application `app`."""

    async def asgi_app(scope, receive, send):
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            body = await _read_body(receive)
            if body is not None:
                # In a thread: a WSGI application blocks, and its generator does too.
                answer = await asyncio.to_thread(_call_wsgi, app, make_environ(scope, body))
                await _respond(send, *answer)
        else:
            await receive()  # websocket.connect
            await send({"type": "websocket.close"})

    return asgi_app


def _call_wsgi(app, environ):
    """Run a WSGI application to its end; return status, headers and body as ASGI wants them."""
    started = []

    def start_response(status, headers, exc_info=None):
        number = int(status.partition(" ")[0])
        pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        started[:] = [number, pairs]

    result = app(environ, start_response)
    try:
        body = b"".join(result)
    finally:
        if hasattr(result, "close"):
            result.close()
    return *started, body
