import logging

log = logging.getLogger("shop")


def sell(thing):
    log.warning("sold %s", thing)
    log.info("details of %s", thing)
