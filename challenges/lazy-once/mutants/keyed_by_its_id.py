import threading
from functools import partial


class Once:
    """Makes a value when it is first asked for, and only then."""

    def __init__(self, make):
        self._make = make
        self._lock = threading.Lock()
        self._maker = None
        self._is_made = False
        self._value = None

    def get(self):
        """The value; made now, if nobody has made it yet."""
        if self._is_made:
            return self._value
        if self._maker == threading.get_ident():
            raise RuntimeError("make() asks for the value that it is making")
        with self._lock:
            if not self._is_made:
                self._maker = threading.get_ident()
                try:
                    self._value = self._make()
                    # Last: whoever sees this finds the value there.
                    self._is_made = True
                finally:
                    self._maker = None
        return self._value


class OncePerKey:
    """Makes one value for each key, when the key is first asked for."""

    def __init__(self, make):
        self._make = make
        self._lock = threading.Lock()
        self._known = {}

    def get(self, key):
        """The value of the key; made now, if nobody has made it yet."""
        with self._lock:
            if key not in self._known:
                self._known[key] = Once(partial(self._make, key))
            once = self._known[key]
        return once.get()


class lazy:
    """A method without arguments that becomes an attribute: made once for each object."""

    def __init__(self, method):
        self._method = method
        self._lock = threading.Lock()
        self._known = {}

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        with self._lock:
            once = self._known.setdefault(id(instance), Once(partial(self._method, instance)))
        return once.get()
