"""A simulation of the one thing that the bot wants from git: a merge off to the side."""


class ToyGit:
    """Remembers which two commits each merge is made of."""

    def __init__(self, conflicts=()):
        self.conflicts = set(conflicts)  # commits that cannot be merged
        self.parents = {}  # name of a merge: (main, commit)

    def merge(self, main, commit):
        """The name of a new commit that merges the two, or None for a conflict."""
        if commit in self.conflicts:
            return None
        name = f"merge-{len(self.parents) + 1}"
        self.parents[name] = (main, commit)
        return name
