import threading


class Once:
    """Makes a value when it is first asked for, and only then."""

    def __init__(self, make):
        self._make = make

    def get(self):
        """The value; made now, if nobody has made it yet."""
        # TODO 1: once, for all threads, and nobody gets it before it is ready.
        # TODO 2: an error is not a value.
        # TODO 3: who needs the lock when the value is there?
        # TODO 4: what if make() itself calls get()?
        return self._make()


class OncePerKey:
    """Makes one value for each key, when the key is first asked for."""

    def __init__(self, make):
        self._make = make

    def get(self, key):
        """The value of the key; made now, if nobody has made it yet."""
        # TODO 5
        return self._make(key)


class lazy:
    """A method without arguments that becomes an attribute: made once for each object."""

    def __init__(self, method):
        self._method = method

    def __get__(self, instance, owner=None):
        # TODO 6: at the moment it is made anew each time.
        return self._method(instance)
