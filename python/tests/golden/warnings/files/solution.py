import warnings

warnings.warn("old module", DeprecationWarning)


def old():
    warnings.warn("use new() instead", UserWarning)


async def work():
    pass
