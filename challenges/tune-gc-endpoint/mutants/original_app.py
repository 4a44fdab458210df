import gc

from flask import Flask, request

DEFAULT_THRESHOLDS = (700, 10, 10)


def parse_thresholds(raw):
    return raw or DEFAULT_THRESHOLDS


def create_app(environ):
    gc.set_threshold(
        *environ.get("GARBAGE_COLLECTION_THRESHOLD", DEFAULT_THRESHOLDS)
    )
    app = Flask(__name__)

    @app.route("/tune_gc", methods=["POST"])
    def tune_gc():
        data = request.json
        if data and "thresholds" in data:
            new = tuple(data["thresholds"])
            old = gc.get_threshold()
            gc.set_threshold(*new)
            return {"old": old, "now": new}, 200
        return {"message": "Invalid data."}, 400

    @app.get("/gc")
    def show_gc():
        return {"thresholds": gc.get_threshold(), "enabled": gc.isenabled()}

    return app
