"""These tests are shown to the learner. They run inside an event loop with a virtual clock."""
import asyncio

from pretend_server import Client, request
from solution import Chat, echo, wsgi_to_asgi


async def test_the_server_is_told_about_start_and_end():
    events = iter(["lifespan.startup", "lifespan.shutdown"])
    sent = []

    async def receive():
        return {"type": next(events)}

    async def send(message):
        sent.append(message["type"])

    await echo({"type": "lifespan"}, receive, send)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


async def test_a_body_in_pieces_comes_back_whole():
    response = await request(echo, method="POST", chunks=[b"one, ", b"two, ", b"three"])
    assert response.status == 200
    assert response.body == b"one, two, three", "more_body says that there is another piece"
    assert response.is_over


async def test_texts_come_back_over_a_websocket():
    client = Client(echo)
    client.say("hello")
    client.say("are you there?")
    client.leave()
    await client.connection
    assert client.kinds == ["websocket.accept", "websocket.send", "websocket.send"]
    assert client.texts == ["hello", "are you there?"]


async def test_everybody_hears_what_one_says():
    chat = Chat()
    ana, ben, cy = Client(chat), Client(chat), Client(chat)
    await asyncio.sleep(1)
    assert len(chat) == 3
    ben.say("hello")
    await asyncio.sleep(1)
    assert [client.texts for client in (ana, ben, cy)] == [["hello"]] * 3, "the speaker hears it too"


async def test_who_has_left_is_gone():
    chat = Chat()
    ana, ben = Client(chat), Client(chat)
    await asyncio.sleep(1)
    ana.leave()
    await asyncio.sleep(1)
    ben.say("still here?")
    await asyncio.sleep(1)
    assert len(chat) == 1
    assert ana.connection.done(), "the application returns when the client has left"
    assert (ana.texts, ben.texts) == ([], ["still here?"])


async def test_a_slow_client_keeps_nobody_waiting():
    chat = Chat()
    slow, fast = Client(chat, pause=10), Client(chat)
    await asyncio.sleep(20)
    fast.say("one")
    fast.say("two")
    await asyncio.sleep(1)
    assert fast.texts == ["one", "two"], "both are still waiting behind the slow one"
    await asyncio.sleep(30)
    assert slow.texts == ["one", "two"], "late, but complete"


async def test_an_old_application_answers_over_the_new_protocol():
    def old(environ, start_response):
        start_response("404 Not Found", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
        return [b"not ", b"here"]

    response = await request(wsgi_to_asgi(old), "/cellar")
    assert (response.status, response.body) == (404, b"not here"), "the status is a number now"
    assert response.headers == {b"content-type": b"text/plain", b"x-path": b"/cellar"}
