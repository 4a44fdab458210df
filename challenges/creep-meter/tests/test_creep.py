"""These tests are shown to the learner."""
from solution import cut_points, infected

SHOP = """
def fetch(url): ...

def page(url):
    return fetch(url).text

def image(url):
    return fetch(url).content

def article(url):
    return page(url), image(url + ".png")

def title(text):
    return text.title()

def main():
    print(title(article("news")))
"""


def test_who_calls_a_seed_has_to_follow():
    source = "def fetch(): ...\ndef page():\n    return fetch()\ndef other():\n    return 1\n"
    assert infected(source, ["fetch"]) == {"fetch", "page"}, "page calls fetch, other does not"


def test_and_who_calls_those_and_so_on():
    assert infected(SHOP, ["fetch"]) == {"fetch", "page", "image", "article", "main"}
    assert infected(SHOP, ["image"]) == {"image", "article", "main"}, "from image towards its callers, not from it"


def test_who_is_async_already_does_not_pass_it_on():
    source = """
def fetch(): ...
async def page():
    return fetch()
def script():
    asyncio.run(page())
def report():
    page().close()
"""
    assert infected(source, ["fetch"]) == {"fetch"}, "page can await what it calls, and nothing changes for its callers"


def test_methods_call_each_other_through_self():
    source = """
class Client:
    def get(self, url): ...
    def head(self, url):
        return self.get(url)
class Other:
    def head(self):
        return self.get(1)
"""
    assert infected(source, ["Client.get"]) == {"Client.get", "Client.head"}, "the class around decides what self is"


def test_asyncio_run_is_a_fire_door():
    source = """
import asyncio
def fetch(): ...
def page():
    return asyncio.run(fetch())
def main():
    return page()
"""
    assert infected(source, ["fetch"]) == {"fetch"}, "page stays a plain function, and so does everybody above"


def test_a_door_can_be_tried_out():
    assert infected(SHOP, ["fetch"], doors=["article"]) == {"fetch", "page", "image"}


def test_the_best_cut_saves_the_most():
    assert cut_points(SHOP, ["fetch"]) == [("article", 2), ("image", 1), ("main", 1), ("page", 1)], (
        "behind article there are article and main; past page it comes round by image"
    )
