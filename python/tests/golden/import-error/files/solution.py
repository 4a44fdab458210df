import nowhere_to_be_found


def add(a, b):
    return a + b
