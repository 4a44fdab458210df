import gc

from flask import Flask, request

DEFAULT_THRESHOLDS = (700, 10, 10)
MAX_THRESHOLD = 2**31 - 1


def parse_thresholds(raw):
    """Turn text such as '700, 10' into a tuple of thresholds.

    None or blank text means DEFAULT_THRESHOLDS.
    Raise ValueError for anything that is not valid.
    """
    # TODO 1
    ...


def create_app(environ):
    """Put the thresholds from `environ` in force and return the app.

    Raise ValueError, and change nothing, if the setting is not valid.
    """
    # TODO 2: apply GARBAGE_COLLECTION_THRESHOLD.
    app = Flask(__name__)

    @app.post("/tune_gc")
    def tune_gc():
        # TODO 3: set the thresholds, answer with old and now.
        # TODO 4: refuse nonsense with 400 before anything changes.
        return {}

    @app.get("/gc")
    def show_gc():
        # TODO 5
        return {}

    return app
