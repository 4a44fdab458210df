def invite(name, guests=[]):
    """Add a name to a guest list, and return the list."""
    guests = list(guests)
    guests.append(name)
    return guests
