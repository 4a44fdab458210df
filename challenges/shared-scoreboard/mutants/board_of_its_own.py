from collections import Counter
from multiprocessing import Array, Process


_board = Array("i", 100)


def _mark_mine(mark, goals):
    mark(_board, goals)


def split(goals, workers):
    """At most `workers` parts of the list, in order, none empty, as even as possible."""
    size, rest = divmod(len(goals), workers)
    parts, start = [], 0
    for worker in range(workers):
        end = start + size + (worker < rest)
        parts.append(goals[start:end])
        start = end
    return [part for part in parts if part]


def mark_each(board, goals):
    """Work for a child: writes each goal on the board as soon as it has read it."""
    for team in goals:
        with board.get_lock():
            board[team] += 1


def mark_once(board, goals):
    """Work for a child: counts for itself, and hands in the counts at the end."""
    counts = Counter(goals)
    with board.get_lock():
        for team, count in counts.items():
            board[team] += count


def note_latest(latest, minute):
    """Work for a child: `latest` holds the greatest minute that anybody has noted."""
    with latest.get_lock():
        if minute > latest.value:
            latest.value = minute


def tally(goals, teams, workers, mark):
    """Goals per team, counted by at most `workers` child processes with `mark`."""
    for team in goals:
        if not 0 <= team < teams:
            raise ValueError(f"team {team} does not play: there are {teams} teams")
    children = [
        Process(target=_mark_mine, args=(mark, part)) for part in split(goals, workers)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    codes = [child.exitcode for child in children]
    if any(codes):
        raise RuntimeError(f"the board is incomplete: exit codes {codes}")
    return _board[:teams]
