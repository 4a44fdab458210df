def invite(name, guests=[]):
    """Add a name to a guest list, and return the list."""
    # TODO 1: whose list is it, if nobody brings one?
    # TODO 2: a list that somebody brings is still the one that grows.
    guests.append(name)
    return guests
