import logging

logger = logging.getLogger("server.connection")
logger.setLevel(logging.INFO)
logger.propagate = False

_handler = None


class Connection:
    """One client. Its lines carry the client's address."""

    def __init__(self, peer, handler_factory):
        global _handler
        if _handler is None or _handler not in logger.handlers:
            _handler = handler_factory()
            _handler.setFormatter(logging.Formatter("[%(peer)s] %(message)s"))
            logger.addHandler(_handler)
        self.log = logging.LoggerAdapter(logger, {"peer": peer})


def leaked_loggers(prefix):
    """The names below prefix that logging remembers, in alphabetical order."""
    return sorted(
        name for name in logging.Logger.manager.loggerDict if name.startswith(prefix)
    )
