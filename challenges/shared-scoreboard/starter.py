from multiprocessing import Array, Process


def split(goals, workers):
    """At most `workers` parts of the list, in order, none empty, as even as possible."""
    # TODO 1
    return []


def mark_each(board, goals):
    """Work for a child: writes each goal on the board as soon as it has read it."""
    # TODO 2: what may happen between reading the old number and writing the new one?
    for team in goals:
        board[team] += 1


def mark_once(board, goals):
    """Work for a child: counts for itself, and hands in the counts at the end."""
    # TODO 3
    ...


def note_latest(latest, minute):
    """Work for a child: `latest` holds the greatest minute that anybody has noted."""
    # TODO 4
    ...


def tally(goals, teams, workers, mark):
    """Goals per team, counted by at most `workers` child processes with `mark`."""
    # TODO 5
    return [0] * teams
