import tracemalloc


def hunt(step, *, rounds=5, warmup=2, only=None, min_bytes=1):
    """The lines whose memory grew in every round: (file, line, bytes), most first.

    step       a function without arguments, called warmup + rounds times
    only       look at this file only (None: at all files)
    min_bytes  a line counts as grown in a round from so many bytes on
    """
    # TODO 1: trace, and leave tracing as you found it.
    # TODO 2: run the warm-up, then the rounds, with a snapshot after each.
    # TODO 3: keep the lines that grew in every round, and add up their growth.
    # TODO 4: most bytes first.
    return []
