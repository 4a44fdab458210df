import weakref


class Gallery:
    """Knows the pictures that are on screen, and owns none of them."""

    def __init__(self, load):
        self._load = load
        self._live = {}
        self.closed = []

    def get(self, path):
        """The picture at path: the one somebody still shows, or a fresh one."""
        picture = self._live.get(path)
        if picture is None:
            picture = self._live[path] = self._load(path)
            weakref.finalize(picture, self.closed.append, path)
        return picture

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
        child._parent = weakref.ref(self)
        self.children.append(child)

    @property
    def parent(self):
        """The folder above, or None: there is none, or it is gone."""
        return None if self._parent is None else self._parent()

    def path(self):
        """The names from the top down to me, each after a slash."""
        above = self.parent
        return ("" if above is None else above.path()) + "/" + self.name
