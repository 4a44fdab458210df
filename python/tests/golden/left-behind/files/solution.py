import builtins
import gc
import os
import random
import sys
import tracemalloc


def make_a_mess():
    gc.disable()
    gc.set_threshold(7, 7)
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.callbacks.append(print)
    tracemalloc.start()
    sys.setrecursionlimit(5_000)
    sys.setswitchinterval(1.0)
    sys.settrace(lambda *args: None)
    sys.path.append("/nowhere")
    sys.unraisablehook = None
    os.environ["MESS"] = "1"
    os.environ.pop("HOME", None)
    builtins.isinstance = lambda *args: True
    builtins.print = builtins.open = None


def look():
    return [
        gc.isenabled(),
        gc.get_threshold()[:2],
        gc.get_debug(),
        len(gc.callbacks),
        tracemalloc.is_tracing(),
        sys.getrecursionlimit(),
        sys.getswitchinterval(),
        sys.gettrace(),
        sys.path,
        sys.unraisablehook,
        dict(os.environ, PYTEST_CURRENT_TEST=""),
        isinstance,
        print,
        open,
    ]


def draw():
    return random.random()
