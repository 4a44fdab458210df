import logging


class Connection:
    """One client. Its lines carry the client's address."""

    def __init__(self, peer, handler_factory):
        # The code that was in production. It works, for one connection.
        self.log = logging.getLogger("server.connection." + str(id(self)))
        self.log.setLevel(logging.INFO)
        self.log.propagate = False
        handler = handler_factory()
        handler.setFormatter(logging.Formatter("[" + peer + "] %(message)s"))
        self.log.addHandler(handler)


def leaked_loggers(prefix):
    """The names below prefix that logging remembers, in alphabetical order."""
    # TODO 1: logging.Logger.manager.loggerDict remembers every name.
    ...
