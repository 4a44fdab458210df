"""What Python can try in order to reach the network, the page or a wider JavaScript.

The test calls `reach_out`; each line of output is an attack's name, a tab, and what came of it.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import sys

SITE = json.load(open("site.json"))
HOST, PORT = SITE["stranger"].removeprefix("http://").rstrip("/").split(":")
PORT = int(PORT)


def stranger(name):
    return f"{SITE['stranger']}hit/py-{name}"


def home(name):
    return f"{SITE['home']}hit/py-{name}"


ATTACKS = {}


def attack(function):
    ATTACKS[function.__name__.replace("_", "-")] = function
    return function


def module(name):
    return importlib.import_module(name)


# --- the network, as Python knows it


@attack
def urllib_home():
    return module("urllib.request").urlopen(home("urllib-home"), timeout=2).read()


@attack
def urllib_stranger():
    return module("urllib.request").urlopen(stranger("urllib-stranger"), timeout=2).read()


@attack
def http_client():
    connection = module("http.client").HTTPConnection(HOST, PORT, timeout=2)
    connection.request("GET", "/hit/py-http-client")
    return connection.getresponse().status


@attack
def raw_socket():
    connection = module("socket").create_connection((HOST, PORT), timeout=2)
    connection.sendall(b"GET /hit/py-raw-socket HTTP/1.1\r\n\r\n")
    return connection.recv(10)


@attack
def c_socket():
    # Below the kernel's own module: what the C library does by itself.
    connection = module("_socket").socket()
    connection.settimeout(2)
    connection.connect((HOST, PORT))
    connection.sendall(b"GET /hit/py-c-socket HTTP/1.1\r\n\r\n")
    return connection.recv(10)


@attack
def datagram():
    socket = module("socket")
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.settimeout(2)
    sender.sendto(b"secret", ("127.0.0.1", SITE["udp"]))
    return sender.recv(10)


@attack
def name_lookup():
    return module("socket").getaddrinfo("example.com", 80)


@attack
def asyncio_streams():
    asyncio = module("asyncio")

    async def go():
        reader, writer = await asyncio.open_connection(HOST, PORT)
        writer.write(b"GET /hit/py-asyncio HTTP/1.1\r\n\r\n")
        return await reader.read(10)

    return asyncio.run(go())


@attack
def ftp():
    return module("ftplib").FTP("127.0.0.1", timeout=2)


@attack
def mail():
    return module("smtplib").SMTP(HOST, PORT, timeout=2)


@attack
def browser():
    if module("webbrowser").open(stranger("browser")):
        return "opened"
    raise OSError("no browser")


@attack
def shell():
    status = os.system(f"curl {stranger('shell')}")
    return status if status == 0 else refuse(status)


@attack
def subprocess():
    return module("subprocess").check_output(["curl", stranger("subprocess")])


@attack
def other_pyodide_clients():
    http = module("pyodide.http")
    answers = []
    for name in ("open_url", "pyxhr", "pyfetch"):
        client = getattr(http, name)
        with contextlib.suppress(AttributeError):
            client = client.get
        try:
            answer = client(stranger(f"client-{name}"))
            if hasattr(answer, "send"):
                answer = answer.send(None)
            answers.append(f"{name} {answer}")
        except BaseException as error:
            answers.append(f"{name} {type(error).__name__}")
    if all(answer.split()[1].endswith(("Error", "Exception")) for answer in answers):
        raise OSError("; ".join(answers))
    return answers


# --- from Python into JavaScript


@attack
def import_js():
    return module("js").fetch


@attack
def import_pyodide_js():
    return module("pyodide_js").runPython


@attack
def js_finder():
    found = []
    for finder in sys.meta_path:
        for name in getattr(finder, "jsproxies", {}):
            found.append(name)
            if hasattr(finder.jsproxies[name], "fetch"):
                return f"{name}.fetch"
    raise ImportError(f"JavaScript modules: {found}")


@attack
def run_js():
    return module("pyodide.code").run_js(f"fetch('{home('run-js')}')")


@attack
def run_js_expression():
    return module("pyodide.code").run_js("1 + 1")


@attack
def function_of_list():
    to_js = module("pyodide.ffi").to_js
    return to_js([1]).constructor.constructor("return globalThis")().fetch


@attack
def function_of_proxy():
    create_proxy = module("pyodide.ffi").create_proxy
    return create_proxy(print).constructor.constructor(f"fetch('{home('proxy')}')")()


@attack
def stack_frames_of_javascript():
    # V8 hands a prepareStackTrace of one's own the call sites, with what `this` was in each.
    ffi = module("pyodide.ffi")
    taken = []

    def prepare(_error, sites):
        for site in sites:
            with contextlib.suppress(BaseException):
                this = site.getThis()
                if hasattr(this, "fetch"):
                    taken.append("a global object")
            with contextlib.suppress(BaseException):
                function = site.getFunction()
                if function is not None:
                    taken.append(f"function {function.name}")
        return ""

    try:
        ffi.to_js([1]).constructor.constructor("(")
    except ffi.JsException as error:
        constructor = error.js_error.constructor
        while hasattr(constructor, "prototype") and not hasattr(constructor, "captureStackTrace"):
            constructor = ffi.to_js([constructor]).constructor.from_([constructor])
        base = object_of(ffi).getPrototypeOf(error.js_error.constructor)
        base.prepareStackTrace = ffi.create_proxy(prepare)
        holder = ffi.to_js([])
        base.captureStackTrace(holder)
        _ = holder.stack
    if any("global" in one for one in taken):
        return taken
    raise RuntimeError(f"call sites give {taken[:3]}")


def object_of(ffi):
    """JavaScript's Object: the constructor of what is plain."""
    return ffi.to_js([1]).constructor.prototype.__proto__.constructor


def every_proxy():
    proxies = []
    gc.collect()
    for thing in gc.get_objects():
        for held in gc.get_referents(thing):
            if type(held).__name__.startswith(("JsProxy", "JsBuffer", "JsArray", "JsMap")):
                proxies.append(held)
    frame = sys._getframe()
    while frame is not None:
        for held in list(frame.f_locals.values()):
            if "Js" in type(held).__name__:
                proxies.append(held)
        frame = frame.f_back
    for held in list(sys.modules.values()):
        for value in list(vars(held).values()) if hasattr(held, "__dict__") else ():
            if "JsProxy" in str(type(value)):
                proxies.append(value)
    return list({id(proxy): proxy for proxy in proxies}.values())


DANGEROUS = (
    "fetch",
    "postMessage",
    "importScripts",
    "XMLHttpRequest",
    "WebSocket",
    "Worker",
    "indexedDB",
    "globalThis",
    "self",
    "eval",
)


@attack
def walk_every_proxy():
    """From all that Python holds of JavaScript, along every property."""
    seen = set()
    waiting = [(type(proxy).__name__, proxy, 0) for proxy in every_proxy()]
    found = []
    steps = 0
    while waiting and steps < 4_000:
        path, thing, depth = waiting.pop()
        steps += 1
        try:
            names = [name for name in dir(thing) if not name.startswith("__")]
        except BaseException:
            continue
        found += [f"{path}.{name}" for name in DANGEROUS if name in names]
        if depth >= 4:
            continue
        for name in names[:80]:
            try:
                value = getattr(thing, name)
            except BaseException:
                continue
            if "Js" not in type(value).__name__:
                continue
            key = (type(thing).__name__, name, depth)
            if key in seen and depth > 1:
                continue
            seen.add(key)
            waiting.append((f"{path}.{name}", value, depth + 1))
    if found:
        return found[:5]
    raise LookupError(f"{steps} objects, none of them of use")


@attack
def constructors_of_every_proxy():
    tried = 0
    for proxy in every_proxy():
        with contextlib.suppress(BaseException):
            tried += 1
            got = proxy.constructor.constructor("return globalThis")()
            if got is not None:
                return type(got)
    raise PermissionError(f"{tried} objects, no function can be made of text")


@attack
def emscripten_script():
    program = ctypes.pythonapi
    for name in ("emscripten_run_script", "emscripten_run_script_int", "emscripten_fetch"):
        with contextlib.suppress(AttributeError):
            function = getattr(program, name)
            return function(f"fetch('{home('emscripten')}')".encode())
    raise AttributeError("no function of Emscripten's takes script")


@attack
def side_module():
    # A WebAssembly library may carry script of its own, which its loader has to evaluate.
    header = b"\0asm\1\0\0\0"
    name = b"dylink.0"
    dylink = bytes([len(name)]) + name + b"\x01\x04\x00\x00\x00\x00"
    with open("side.so", "wb") as file:
        file.write(header + b"\0" + bytes([len(dylink)]) + dylink)
    ctypes.CDLL(os.path.abspath("side.so"))
    # It loads, and is worth nothing: what it can import is what Python's own program can.
    raise PermissionError("a library without functions of the page")


@attack
def core_module():
    core = module("_pyodide_core")
    dangerous = [name for name in dir(core) if name in DANGEROUS or name == "run_js"]
    run = getattr(core, "run_js", None)
    if run is not None:
        return run("1 + 1")
    raise AttributeError(f"_pyodide_core has {dangerous}")


@attack
def register_module():
    hook = module("_pyodide._importhook")
    hook.register_js_module("js", module("pyodide.ffi").to_js([]))
    return module("js").fetch


@attack
def package_loader():
    return module("pyodide_js").loadPackage("micropip")


@attack
def micropip():
    return module("micropip").install("requests")


# --- from Python to the machine and its secrets


@attack
def environment():
    suspicious = [name for name in os.environ if "TOKEN" in name or "KEY" in name or "PROXY" in name]
    if suspicious:
        return suspicious
    raise KeyError("nothing secret")


@attack
def host_files():
    # A file that lies on this machine for the attack.
    secret = json.load(open("chosen.json"))["secretFile"]
    return open(secret).read()


@attack
def devices():
    names = [name for name in os.listdir("/dev")]
    strange = [name for name in names if name.startswith(("sd", "mem", "kmsg", "video"))]
    if strange:
        return strange
    raise FileNotFoundError(" ".join(names))


@attack
def fork():
    return os.fork()


@attack
def signals_to_others():
    os.kill(1, 9)
    return "killed"


def refuse(status):
    raise OSError(f"exit status {status}")


def double(number):
    return 2 * number


def reach_out():
    chosen = json.load(open("chosen.json"))["names"]
    for name, function in ATTACKS.items():
        if name not in chosen:
            continue
        try:
            happened = f"reached: {str(function())[:140]}"
        except BaseException as error:
            words = str(error).replace("\n", " ").replace("\t", " ")
            happened = f"refused: {type(error).__name__}: {words[:140]}"
        print(f"{name}\t{happened}")
