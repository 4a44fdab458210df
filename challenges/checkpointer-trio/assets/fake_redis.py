"""A Redis server without a network, and a client that answers as the real one does: in bytes."""


class Server:
    """What outlives every client."""

    def __init__(self):
        self.keys = {}


class Client:
    """Some commands of Redis. Keys, fields and values become bytes on their way to the server."""

    def __init__(self, server):
        self._keys = server.keys

    def get(self, key):
        return self._keys.get(to_bytes(key))

    def set(self, key, value):
        self._keys[to_bytes(key)] = to_bytes(value)

    def keys(self, prefix):
        """All keys that begin like this. (The real command takes a pattern.)"""
        return [key for key in self._keys if key.startswith(to_bytes(prefix))]

    def hget(self, key, field):
        return self._keys.get(to_bytes(key), {}).get(to_bytes(field))

    def hset(self, key, field, value):
        self._keys.setdefault(to_bytes(key), {})[to_bytes(field)] = to_bytes(value)

    def hgetall(self, key):
        return dict(self._keys.get(to_bytes(key), {}))

    def close(self): ...


def to_bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()
