"""Run on submit; the learner sees the names and messages, not the code."""
import asyncio

import pytest
from pretend_server import Client, request
from solution import Chat, echo, wsgi_to_asgi


def now():
    return asyncio.get_running_loop().time()


def alone():
    return asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_hundred_slow_uploads_take_as_long_as_one():
    uploads = [request(echo, method="POST", chunks=[b"x"] * 3, pause=1) for _ in range(100)]
    responses = await asyncio.gather(*uploads)
    assert now() == 3, "nobody is in anybody's way"
    assert {response.body for response in responses} == {b"xxx"}


async def test_an_upload_that_is_broken_off_gets_no_answer():
    for app in (echo, wsgi_to_asgi(lambda environ, start_response: pytest.fail("called with half a body"))):
        response = await request(app, method="POST", chunks=[b"half"], hang_up=True)
        assert response.status is None, "half a body is no request"


async def test_all_hear_the_same_order():
    chat = Chat()
    clients = [Client(chat, pause=number) for number in range(4)]
    await asyncio.sleep(10)
    for number, client in enumerate(clients * 2):
        client.say(f"text {number}")
    await asyncio.sleep(100)
    assert all(len(client.texts) == 8 for client in clients)
    assert len({tuple(client.texts) for client in clients}) == 1


async def test_who_comes_late_hears_what_is_said_from_then_on():
    chat = Chat()
    ana = Client(chat)
    await asyncio.sleep(1)
    ana.say("before")
    await asyncio.sleep(1)
    ben = Client(chat)
    await asyncio.sleep(1)
    ana.say("after")
    await asyncio.sleep(1)
    assert ben.kinds[0] == "websocket.accept"
    assert ben.texts == ["after"]


async def test_clients_may_come_and_go_while_others_are_served():
    chat = Chat()
    slow = Client(chat, pause=5)
    await asyncio.sleep(10)
    slow.say("one")
    await asyncio.sleep(1)
    visitor = Client(chat)
    await asyncio.sleep(1)
    visitor.leave()
    await asyncio.sleep(10)
    slow.say("two")
    await asyncio.sleep(10)
    assert not slow.connection.done(), f"the connection ended with {slow.connection}"
    assert slow.texts == ["one", "two"]


async def test_a_leaving_client_is_not_served_to_the_end():
    chat = Chat()
    ana, ben = Client(chat, pause=100), Client(chat)
    await asyncio.sleep(200)
    for number in range(5):
        ben.say(str(number))
    await asyncio.sleep(1)
    ana.leave()
    await asyncio.sleep(1)
    assert ana.connection.done() and len(chat) == 1, "five texts of 100 seconds were waiting: nobody wants them now"
    ben.leave()
    await ben.connection
    assert alone(), "both have left, and a task of their connections is still running"


async def test_a_cancelled_connection_leaves_nothing_behind():
    class Sluggish(Client):
        """Needs two seconds to let go of a message that it is just being sent."""

        async def _send(self, message):
            try:
                await super()._send(message)
            except asyncio.CancelledError:
                await asyncio.sleep(2)
                raise

    chat = Chat()
    clients = [Client(chat), Sluggish(chat, pause=50)]
    await asyncio.sleep(60)
    clients[0].say("hello")
    await asyncio.sleep(1)
    for client in clients:
        client.connection.cancel()
    await asyncio.wait([client.connection for client in clients])
    assert len(chat) == 0
    assert alone(), "the connection is over, and a task of it is still there"


async def test_a_broken_connection_harms_nobody():
    chat = Chat()
    ana, ben = Client(chat), Client(chat)
    await asyncio.sleep(1)
    ana.is_broken = True
    ben.say("one")
    await asyncio.sleep(1)
    ana.leave()
    ben.say("two")
    await asyncio.sleep(1)
    assert ben.texts == ["one", "two"], "sending to ana failed; ben has nothing to do with it"
    assert ana.connection.done() and ana.connection.exception() is None, "it is the usual end of a connection"
    assert len(chat) == 1


async def test_two_chats_share_nothing():
    one, other = Chat(), Chat()
    ana, ben = Client(one), Client(other)
    await asyncio.sleep(1)
    ana.say("hello")
    await asyncio.sleep(1)
    assert (len(one), len(other)) == (1, 1)
    assert (ana.texts, ben.texts) == (["hello"], [])


async def test_the_old_application_sees_the_whole_request():
    seen = {}

    def old(environ, start_response):
        seen.update(environ, body=environ["wsgi.input"].read())
        start_response("200 OK", [])
        return []

    await request(
        wsgi_to_asgi(old), "/käse", "POST", [b"half ", b"and half"], query=b"a=1", headers=[(b"x-token", b"abc")]
    )
    assert seen["body"] == b"half and half" and seen["CONTENT_LENGTH"] == "13"
    assert (seen["REQUEST_METHOD"], seen["QUERY_STRING"], seen["HTTP_X_TOKEN"]) == ("POST", "a=1", "abc")
    assert seen["PATH_INFO"].encode("latin-1").decode() == "/käse"


async def test_nothing_of_the_old_application_runs_on_the_loop(monkeypatch):
    loop, in_thread, seen = asyncio.get_running_loop(), [False], []
    original = loop.run_in_executor

    def run_in_executor(executor, function, *args):
        def marked():
            in_thread[0] = True
            try:
                return function(*args)
            finally:
                in_thread[0] = False

        return original(executor, marked)

    monkeypatch.setattr(loop, "run_in_executor", run_in_executor)

    class Result:
        def __iter__(self):
            seen.append(("piece", in_thread[0]))
            yield b"piece"

        def close(self):
            seen.append(("close", in_thread[0]))

    def old(environ, start_response):
        seen.append(("call", in_thread[0]))
        start_response("200 OK", [])
        return Result()

    response = await request(wsgi_to_asgi(old))
    assert response.body == b"piece"
    assert seen == [("call", True), ("piece", True), ("close", True)], (
        "True means: in a thread. A generator does its work when it is iterated"
    )


async def test_what_the_old_application_returned_is_closed_whatever_happens():
    closed = []

    class Result:
        def __iter__(self):
            yield b"piece"
            raise OSError("the disk is full")

        def close(self):
            closed.append(True)

    def old(environ, start_response):
        start_response("200 OK", [])
        return Result()

    with pytest.raises(OSError, match="the disk is full"):
        await request(wsgi_to_asgi(old))
    assert closed == [True], "an error came while the pieces were made: close() has to be called all the same"


async def test_around_the_old_application_start_and_end_are_answered_and_conversations_refused():
    def old(environ, start_response):
        pytest.fail("this is nothing for a WSGI application")

    events, sent = iter(["lifespan.startup", "lifespan.shutdown"]), []

    async def receive():
        return {"type": next(events)}

    async def send(message):
        sent.append(message["type"])

    await wsgi_to_asgi(old)({"type": "lifespan"}, receive, send)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    client = Client(wsgi_to_asgi(old))
    await client.connection
    assert client.kinds == ["websocket.close"], "close without accept is a refusal"
