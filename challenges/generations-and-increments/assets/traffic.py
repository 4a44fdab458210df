"""What a web server allocates: the application once, then a few objects for each request. Given."""
import random


def traffic(requests, seed=1):
    """Yield (name, lives_for), as alloc() takes them."""
    rng = random.Random(seed)
    for number in range(400):
        yield f"app {number}", None
    for request in range(requests):
        for number in range(3):
            yield f"request {request}, object {number}", rng.randrange(1, 6)
        yield f"session {request}", 40


def send(heap, requests=300):
    """Send traffic through a heap, and return it."""
    for name, lives_for in traffic(requests):
        heap.alloc(name, lives_for)
    return heap
