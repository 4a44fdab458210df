import logging

logger = logging.getLogger("server.connection")
logger.setLevel(logging.INFO)
logger.propagate = False

_handler = None


class Connection:
    """One client. Its lines carry the client's address."""

    def __init__(self, peer, handler_factory):
        self.log = logging.getLogger("server.connection." + str(id(self)))
        self.log.setLevel(logging.INFO)
        self.log.propagate = False
        handler = handler_factory()
        handler.setFormatter(logging.Formatter("[" + peer.replace("%", "%%") + "] %(message)s"))
        self.log.addHandler(handler)


def leaked_loggers(prefix):
    """The names below prefix that logging remembers, in alphabetical order."""
    return sorted(
        name for name in logging.Logger.manager.loggerDict if name.startswith(prefix)
    )
