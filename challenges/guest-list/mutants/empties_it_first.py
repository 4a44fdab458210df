def invite(name, guests=[]):
    """Add a name to a guest list, and return the list."""
    guests.clear()
    guests.append(name)
    return guests
