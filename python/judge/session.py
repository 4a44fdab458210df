"""One run from request to report: a single pytest session with the judge's plugin."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from interleave.asked import asking
from judge.capture import Streams
from judge.coroutines import CoroutineTests
from judge.explain import one_line
from judge.layout import Layout
from judge.plugin import JudgePlugin
from judge.request import RequestError, RunRequest, check_path, parse_request, to_bytes
from judge.restore import ignore_interrupts
from judge.standing import StandingSession
from judge.tally import Tally, encode
from kernel import threads
from kernel.bridge import running_on
from kernel.detach import detached

#: pytest's own plugins that a run has no use for. The last two collect garbage several times per
#: run (60 ms in the browser); what they would tell goes to the test's stderr instead.
_SWITCHED_OFF = (
    "cacheprovider",
    "junitxml",
    "faulthandler",
    "pastebin",
    "stepwise",
    "doctest",
    "terminal",
    "terminalprogress",
    "unraisableexception",
    "threadexception",
)
_OPTIONS = ("addopts=", "truncation_limit_lines=60", "truncation_limit_chars=8000")
_PLUGIN_OF_PACKAGE = {"pytest-asyncio": "pytest_asyncio.plugin", "anyio": "anyio.pytest_plugin"}
_VARIABLES_AWAY = (
    "PYTEST_ADDOPTS",
    "PYTEST_PLUGINS",
    "PYTEST_CURRENT_TEST",
    "CI",
    "BUILD_NUMBER",
)

_now = time.perf_counter


def run(request_json: str, emit: Callable[[str], object], root: str) -> str:
    """Lays the request's files out under `root`, runs its tests, returns the report as JSON.

    `request_json` is a RunRequest, each call of `emit` gets one RunEvent as JSON. Nothing is
    raised: a request that cannot be used and trouble inside pytest are reports too.
    """
    started = _now()
    threads.enter_main()
    try:
        request = parse_request(request_json)
    except RequestError as error:
        return _refuse(str(error), emit, root)
    layout = Layout(request, root)
    streams = Streams(request.output_characters, request.stdin)
    tally = Tally(request, layout, emit)
    try:
        with surroundings(request, layout, streams):
            _run_pytest(request, layout, streams, tally)
            streams.take_outside()
    except KeyboardInterrupt as error:
        ignore_interrupts()
        tally.interrupt(error)
    except BaseException as error:
        tally.report_trouble(f"The run stopped with {one_line(error)}.")
    return encode(tally.report(streams, _now() - started))


def _run_pytest(request: RunRequest, layout: Layout, streams: Streams, tally: Tally) -> None:
    layout.write()
    layout.go_home()
    if request.keep_gc:
        gc.unfreeze()
    code = _start_pytest(request, layout, streams, tally)
    if code == pytest.ExitCode.USAGE_ERROR:
        streams.take_outside()
        said = streams.outside[1]["text"].strip()
        tally.report_trouble(f"pytest could not start. {said[:2_000]}".strip())


def _start_pytest(
    request: RunRequest, layout: Layout, streams: Streams, tally: Tally
) -> int | pytest.ExitCode:
    files = [layout.absolute(path) for path in _test_files(request)]
    standing = _take_standing()
    if standing is not None and standing.root == layout.root and not _brings_plugins(request):
        standing.plugin.serve(request, layout, streams, tally)
        return standing.run(files)
    if standing is not None:
        standing.dismiss()
    plugin = JudgePlugin()
    plugin.serve(request, layout, streams, tally)
    arguments = _arguments(request.packages, layout.root)
    return pytest.main(arguments + files, plugins=[plugin, CoroutineTests()])


_standing: list[StandingSession] = []


def stand_ready(root: str) -> None:
    """Has the next run's pytest session start now: the run, with its files under `root`, goes on.

    Raises what pytest raises when it cannot start.
    """
    dismiss_standing()
    layout = Layout(_NOTHING, root)
    with _environment(), layout.visited():
        _standing.append(StandingSession(_arguments((), layout.root), layout.root))


def rehearse(files_json: str) -> None:
    """Prepares the session that stands ready, if one does, for test files: [{path, text}]."""
    for standing in _standing:
        folder = Layout(_NOTHING, standing.root)
        standing.rehearse(
            {
                folder.absolute(check_path(file["path"])): to_bytes(file)
                for file in json.loads(files_json)
            }
        )


def dismiss_standing() -> None:
    """For who runs without pytest: nothing of it is in the way."""
    standing = _take_standing()
    if standing is not None:
        standing.dismiss()


def _take_standing() -> StandingSession | None:
    return _standing.pop() if _standing else None


def _brings_plugins(request: RunRequest) -> bool:
    """Plugins are asked while options are read, and that is over."""
    has_conftest = any(path.rpartition("/")[2] == "conftest.py" for path in request.files)
    return has_conftest or any(map(_plugin_of, request.packages))


def _plugin_of(package: str) -> str | None:
    return _PLUGIN_OF_PACKAGE.get(package.lower().replace("_", "-"))


def _arguments(packages: Sequence[str], root: str) -> list[str]:
    arguments = [f"--rootdir={root}", f"--confcutdir={root}", "-c", os.devnull, "-s"]
    arguments.append("--import-mode=importlib")
    for name in _SWITCHED_OFF:
        arguments += ["-p", f"no:{name}"]
    options: list[str] = [*_OPTIONS]
    for package in packages:
        plugin = _plugin_of(package)
        if plugin is not None:
            arguments += ["-p", plugin]
        if plugin == "pytest_asyncio.plugin":
            options.append("asyncio_default_fixture_loop_scope=function")
    for option in options:
        arguments += ["-o", option]
    return arguments


def _test_files(request: RunRequest) -> list[str]:
    """Files with a chosen test only; all of them when none is chosen."""
    if not request.only:
        return list(request.test_files)
    wanted = {test_id.partition("::")[0] for test_id in request.only}
    return [path for path in request.test_files if path in wanted] or list(request.test_files)


@contextlib.contextmanager
def surroundings(request: RunRequest, layout: Layout, streams: Streams) -> Iterator[None]:
    """What code under way finds around it; all of it is as before when the block ends."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(_signals_kept())
        stack.enter_context(_environment())
        stack.enter_context(detached())
        stack.enter_context(running_on(request.clock))
        stack.enter_context(asking(request.asked))
        stack.enter_context(layout.entered())
        stack.enter_context(streams.installed())
        yield


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    before = dict(os.environ)
    for name in _VARIABLES_AWAY:
        os.environ.pop(name, None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _signals_kept() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is not before:
            signal.signal(signal.SIGINT, before)


_NOTHING = RunRequest({}, (), {}, (), (), (), "real", True, 0)


def _refuse(sentence: str, emit: Callable[[str], object], root: str) -> str:
    tally = Tally(_NOTHING, Layout(_NOTHING, root), emit)
    tally.report_trouble(sentence)
    return encode(tally.report(Streams(0), 0.0))
