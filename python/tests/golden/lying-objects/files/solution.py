class Equal:
    def __eq__(self, other):
        return False

    def __repr__(self):
        raise ValueError("no repr for you")


class Wordless(Exception):
    def __str__(self):
        raise TypeError("no words")


class Huge:
    def __repr__(self):
        return "h" * 1_000_000


class Odd:
    def __bool__(self):
        raise RuntimeError("neither true nor false")
