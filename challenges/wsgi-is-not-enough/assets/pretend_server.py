"""A server without a network, for the tests and for your own trials. A simulation: nothing is sent anywhere."""

import asyncio


class Response:
    """What an application sent in answer to one HTTP request."""

    def __init__(self):
        self.status, self.headers, self.body, self.is_over = None, {}, b"", False

    async def send(self, message):
        await asyncio.sleep(0)
        if message["type"] == "http.response.start":
            assert self.status is None, "the response was started twice"
            self.status, self.headers = message["status"], dict(message.get("headers", ()))
            assert type(self.status) is int, f"the status is a number, not {self.status!r}"
            for part in (*self.headers, *self.headers.values()):
                assert isinstance(part, bytes), f"headers are pairs of bytes, and this is {part!r}"
        elif message["type"] == "http.response.body":
            assert self.status is not None, "http.response.start comes before the body"
            assert not self.is_over, "the body was over already"
            self.body += message.get("body", b"")
            self.is_over = not message.get("more_body", False)
        else:
            raise AssertionError(f"{message['type']} is no answer to an HTTP request")


async def request(app, path="/", method="GET", chunks=(b"",), pause=0, hang_up=False, headers=(), query=b""):
    """Send one HTTP request, its body in `chunks`, each after `pause` seconds; return the Response."""
    response, waiting = Response(), list(chunks)

    async def receive():
        await asyncio.sleep(pause)
        if waiting:
            chunk = waiting.pop(0)
            more = bool(waiting) or hang_up
            # Both keys may be missing when they have their usual value.
            return {"type": "http.request"} | ({"body": chunk} if chunk else {}) | ({"more_body": True} if more else {})
        if not hang_up:
            await asyncio.Event().wait()  # nothing more to come: a visitor who waits for the answer
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": list(headers)}
    await app(scope, receive, response.send)
    return response


class Client:
    """A visitor with a WebSocket. Make it inside a coroutine."""

    def __init__(self, app, pause=0):
        self.pause = pause  # how long it takes to send this client one message
        self.is_broken = False
        self.sent = []  # (moment, message)
        self._inbox = asyncio.Queue()
        self._inbox.put_nowait({"type": "websocket.connect"})
        scope = {"type": "websocket", "path": "/", "query_string": b"", "headers": []}
        self.connection = asyncio.create_task(app(scope, self._inbox.get, self._send))

    async def _send(self, message):
        await asyncio.sleep(self.pause)
        if self.is_broken:
            raise OSError("the connection is broken")
        self.sent.append((asyncio.get_running_loop().time(), message))

    def say(self, text):
        """The client sends a text."""
        self._inbox.put_nowait({"type": "websocket.receive", "text": text})

    def leave(self):
        """The client closes the connection."""
        self._inbox.put_nowait({"type": "websocket.disconnect", "code": 1001})

    @property
    def kinds(self):
        """The types of all messages that the application sent to this client."""
        return [message["type"] for _, message in self.sent]

    @property
    def texts(self):
        """The texts that the application sent to this client."""
        return [message["text"] for _, message in self.sent if message["type"] == "websocket.send"]
