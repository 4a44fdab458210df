import gc

from flask import Flask, request

DEFAULT_THRESHOLDS = (700, 10, 10)
MAX_THRESHOLD = 2**31 - 1


def check_thresholds(values):
    """Return `values` as a tuple of thresholds, or raise ValueError."""
    if not isinstance(values, list) or not 1 <= len(values) <= 3:
        raise ValueError("Thresholds must be a list of one to three numbers.")
    for value in values:
        # bool is a subclass of int, and a threshold of True is a mistake.
        if type(value) is not int or not 0 <= value <= MAX_THRESHOLD:
            raise ValueError(
                "Each threshold must be a whole number "
                f"from 0 to {MAX_THRESHOLD}."
            )
    return tuple(values)


def parse_thresholds(raw):
    """Turn text such as '700, 10' into a tuple of thresholds.

    None or blank text means DEFAULT_THRESHOLDS.
    Raise ValueError for anything that is not valid.
    """
    if raw is None or not raw.strip():
        return DEFAULT_THRESHOLDS
    return check_thresholds([int(part) for part in raw.split(",")])


def create_app(environ):
    """Put the thresholds from `environ` in force and return the app.

    Raise ValueError, and change nothing, if the setting is not valid.
    """
    setting = environ.get("GARBAGE_COLLECTION_THRESHOLD")
    gc.set_threshold(*parse_thresholds(setting))
    app = Flask(__name__)

    @app.post("/tune_gc")
    def tune_gc():
        body = request.get_json()
        if not isinstance(body, dict):
            return {"error": "The body must be a JSON object."}, 400
        try:
            new = check_thresholds(body.get("thresholds"))
        except ValueError as error:
            return {"error": str(error)}, 400
        old = gc.get_threshold()
        gc.set_threshold(*new)
        return {"old": list(old), "now": list(gc.get_threshold())}

    @app.get("/gc")
    def show_gc():
        return {
            "thresholds": list(gc.get_threshold()),
            "enabled": gc.isenabled(),
        }

    return app
