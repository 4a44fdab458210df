"""Looks for what `poison.py` has left: one line for each kind of damage, `clean` or what was found."""

import asyncio
import builtins
import decimal
import gc
import glob
import json
import logging
import os
import random
import signal
import sys
import threading
import time
import warnings


def builtins_():
    return [name for name in ("poisoned",) if hasattr(builtins, name)] + [sum([20, 22])][sum([20, 22]) == 42 :]


def modules():
    return [name for name in sys.modules if "poisoned" in name]


def packs():
    paths = glob.glob("/lib/packs/*.zip") + ["/lib/python314.zip"]
    return [path for path in paths if open(path, "rb").read(2) != b"PK"]


def startup():
    names = ("sitecustomize", "usercustomize", "poisoned.pth")
    return [path for path in glob.glob("/**/*", recursive=True) if any(name in path for name in names)]


def files():
    return glob.glob("/**/poisoned.txt", recursive=True)


def environment():
    return [name for name in ("POISONED", "PYTEST_ADDOPTS") if name in os.environ]


def path():
    return [entry for entry in sys.path if entry == "/tmp"]


def library():
    began = time.perf_counter()
    time.sleep(0.01)
    slept = time.perf_counter() - began
    drawn = {random.random() for _ in range(5)}
    return [] if json.loads(json.dumps([1])) == [1] and slept > 0.005 and len(drawn) > 1 else ["changed"]


def collector():
    return [] if gc.isenabled() and gc.get_threshold()[0] > 100 else ["changed"]


def limits():
    fine = sys.getrecursionlimit() > 200 and sys.getswitchinterval() < 1 and sys.get_int_max_str_digits() > 0
    return [] if fine else ["changed"]


def threads():
    return [thread.name for thread in threading.enumerate() if thread is not threading.main_thread()]


def loop():
    async def breathe():
        await asyncio.sleep(0)

    asyncio.run(breathe())
    return []


def signals():
    return [] if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN else ["ignored"]


def decimal_():
    return [] if decimal.getcontext().prec == 28 else [decimal.getcontext().prec]


def warnings_():
    return [] if callable(warnings.showwarning) else ["changed"]


def hooks():
    return [] if sys.gettrace() is None and None not in sys.meta_path else ["changed"]


def logging_():
    return [] if logging.root.manager.disable == 0 and None not in logging.root.handlers else ["changed"]


def pytest_():
    import pytest

    return [] if callable(pytest.raises) else ["changed"]


def judge_():
    import judge
    import kernel

    return [] if judge.run.__module__.startswith("judge") and kernel.install is not None else ["changed"]


def streams():
    return [] if sys.__stdout__ is not None and os.fstat(1) else ["changed"]


def folder():
    return [] if os.path.isdir("/home/pyodide") and os.path.exists("solution.py") else ["gone"]


def double(number):
    return 2 * number


def look():
    for check in (
        builtins_,
        modules,
        packs,
        startup,
        files,
        environment,
        path,
        library,
        collector,
        limits,
        threads,
        loop,
        signals,
        decimal_,
        warnings_,
        hooks,
        logging_,
        pytest_,
        judge_,
        streams,
        folder,
    ):
        try:
            found = check()
        except BaseException as error:
            found = [f"{type(error).__name__}: {error}"]
        print(f"{check.__name__.strip('_')}\t{'clean' if not found else found}")
