import weakref


class Gallery:
    """Knows the pictures that are on screen, and owns none of them."""

    def __init__(self, load):
        self._load = load
        self._live = {}  # TODO 1: this dictionary never lets go of a picture.
        self.closed = []

    def get(self, path):
        """The picture at path: the one somebody still shows, or a fresh one."""
        # TODO 1: return the live picture, or load a fresh one.
        # TODO 2: when that picture dies, its path belongs into self.closed.
        return self._load(path)

    def __len__(self):
        return len(self._live)


class Node:
    """A folder in the gallery's tree."""

    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self._parent = None
        if parent is not None:
            parent.add(self)

    def add(self, child):
        """Make child one of my children."""
        child._parent = self  # TODO 3: child and parent hold each other.
        self.children.append(child)

    @property
    def parent(self):
        """The folder above, or None: there is none, or it is gone."""
        return self._parent

    def path(self):
        """The names from the top down to me, each after a slash."""
        # TODO 4
        ...
