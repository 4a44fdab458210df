"""Damages everything that the next run might meet again. `look` tells what it finds there."""

import asyncio
import builtins
import contextlib
import decimal
import gc
import glob
import json
import locale
import logging
import os
import random
import signal
import sys
import threading
import time
import warnings

MARK = "poisoned"
HOME = "/home/pyodide"


def packs():
    return glob.glob("/lib/packs/*.zip") + ["/lib/python314.zip"]


def poison_builtins():
    builtins.poisoned = True
    builtins.sum = lambda *values: 41


def poison_modules():
    sys.modules["poisoned_module"] = sys


def poison_packs():
    for path in packs():
        with open(path, "r+b") as file:
            file.write(b"garbage" * 1000)


def poison_startup():
    for folder in (HOME, "/home", "/lib/python3.14/site-packages", "."):
        for name in ("sitecustomize.py", "usercustomize.py", "conftest.py", "poisoned.pth", "pytest.ini"):
            with contextlib.suppress(OSError), open(os.path.join(folder, name), "w") as file:
                file.write("import builtins; builtins.poisoned = True\n")


def poison_files():
    for folder in (HOME, "/tmp", "/", "."):
        with contextlib.suppress(OSError), open(os.path.join(folder, "poisoned.txt"), "w") as file:
            file.write(MARK)


def poison_environment():
    os.environ["POISONED"] = MARK
    os.environ["PYTEST_ADDOPTS"] = "--collect-only"


def poison_path():
    sys.path.insert(0, "/tmp")
    with open("/tmp/random.py", "w") as file:
        file.write("raise ImportError('poisoned')\n")


def poison_library():
    json.dumps = json.loads = lambda *values, **options: MARK
    time.sleep = lambda seconds: None
    random.random = lambda: 0.5


def poison_collector():
    gc.disable()
    gc.set_threshold(1, 1, 1)
    gc.freeze()


def poison_limits():
    sys.setrecursionlimit(60)
    sys.setswitchinterval(30)
    sys.set_int_max_str_digits(0)


def poison_threads():
    threading.Thread(target=lambda: [time.sleep(1) for _ in range(10_000)], daemon=True).start()


def poison_loop():
    asyncio.set_event_loop(asyncio.new_event_loop())
    asyncio.sleep = None


def poison_signals():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def poison_decimal():
    decimal.getcontext().prec = 3
    decimal.DefaultContext.prec = 3
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "C.UTF-8")


def poison_warnings():
    warnings.simplefilter("error")
    warnings.showwarning = None


def poison_hooks():
    sys.settrace(lambda *given: None)
    sys.excepthook = lambda *given: None
    sys.meta_path.insert(0, None)


def poison_logging():
    logging.disable(logging.CRITICAL)
    logging.root.handlers = [None]


def poison_pytest():
    import _pytest.runner
    import pytest

    pytest.raises = None
    _pytest.runner.call_and_report = lambda *given, **options: None


def poison_judge():
    import judge
    import judge.session
    import kernel

    judge.run = judge.session.run = lambda *given: "{}"
    kernel.install = None


def poison_streams():
    sys.stdout = sys.stderr = sys.__stdout__ = None
    os.close(1)


def poison_folder():
    import shutil

    os.chdir("/")
    shutil.rmtree(HOME, ignore_errors=True)


def double(number):
    return 2 * number


def damage():
    told = os.dup(2)
    for name, function in list(globals().items()):
        if name.startswith("poison_"):
            try:
                function()
            except BaseException as error:
                os.write(told, f"{name}: {error}\n".encode())
    os._exit(7)
