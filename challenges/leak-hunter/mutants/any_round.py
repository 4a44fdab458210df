import tracemalloc


def hunt(step, *, rounds=5, warmup=2, only=None, min_bytes=1):
    """The lines whose memory grew in every round: (file, line, bytes), most first."""
    is_ours = not tracemalloc.is_tracing()
    if is_ours:
        tracemalloc.start()
    try:
        for _ in range(warmup):
            step()
        before = take_snapshot(only)
        total = None
        for _ in range(rounds):
            step()
            after = take_snapshot(only)
            grown = {
                (change.traceback[0].filename, change.traceback[0].lineno): change.size_diff
                for change in after.compare_to(before, "lineno")
                if change.size_diff >= min_bytes
            }
            if total is None:
                total = grown
            else:
                total = {
                    place: total.get(place, 0) + grown.get(place, 0)
                    for place in total.keys() | grown.keys()
                }
            before = after
    finally:
        if is_ours:
            tracemalloc.stop()
    found = [(file, line, grown) for (file, line), grown in (total or {}).items()]
    return sorted(found, key=lambda leak: leak[2], reverse=True)


def take_snapshot(only):
    """What is allocated now, without the hunter's own allocations."""
    filters = [
        tracemalloc.Filter(False, tracemalloc.__file__),
        tracemalloc.Filter(False, __file__),
    ]
    if only is not None:
        filters.append(tracemalloc.Filter(True, only))
    return tracemalloc.take_snapshot().filter_traces(filters)
