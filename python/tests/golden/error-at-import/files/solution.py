from given import twice

LIMIT = twice(lambda: limit + 1)
