def invite(name, guests=None):
    """Add a name to a guest list, and return the list."""
    if guests is None:
        guests = []
    guests.append(name)
    return guests
