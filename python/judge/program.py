"""Runs one file of a request as a program: no pytest, a keyboard, output as it comes."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable

from judge.comparison import shorten
from judge.explain import MAX_MESSAGE, describe
from judge.frames import read_frames, utf16_column
from judge.layout import Layout
from judge.live import LiveStreams
from judge.program_report import ProgramError, ProgramEvent, ProgramReport
from judge.report import Frame
from judge.request import parse_program_request
from judge.restore import ignore_interrupts
from judge.session import dismiss_standing, surroundings
from judge.tally import encode
from kernel import threads
from kernel.processes import receive_printed
from kernel.program import finish, run_as_main

_now = time.perf_counter


def run_program(request_json: str, emit: Callable[[str], object], root: str) -> str:
    """Lays the request's files out under `root`, runs its program, returns the report as JSON.

    `request_json` is a ProgramRequest, each call of `emit` gets one ProgramEvent as JSON. The
    program's exceptions are output and an exit code. Raises RequestError for anything else than a
    ProgramRequest.
    """
    started = _now()
    threads.enter_main()
    dismiss_standing()
    request, program = parse_program_request(request_json)
    layout = Layout(request, root)

    def tell(event: ProgramEvent) -> None:
        emit(encode(event))

    streams = LiveStreams(request.output_characters, tell)
    errors: list[BaseException] = []
    code = 1
    try:
        with surroundings(request, layout, streams):
            layout.write()
            layout.go_home()
            code = run_as_main(layout.absolute(program), errors)
            if _was_interrupted(errors):
                ignore_interrupts()
            else:
                finish()
            receive_printed()
    except KeyboardInterrupt as error:
        ignore_interrupts()
        errors.append(error)
        code = 130
    report: ProgramReport = {
        "schema": 1,
        "python": platform.python_version(),
        "exitCode": code,
        "error": _explain(errors[-1], layout) if errors else None,
        "droppedCharacters": streams.printer.dropped,
        "seconds": _now() - started,
    }
    return encode(report)


def _was_interrupted(errors: list[BaseException]) -> bool:
    return bool(errors) and isinstance(errors[-1], KeyboardInterrupt)


def _explain(error: BaseException, layout: Layout) -> ProgramError:
    frames, _ = read_frames(error, layout)
    if isinstance(error, SyntaxError):
        frames += _place_of(error, layout)
    return {
        "type": type(error).__name__,
        "message": shorten(describe(error), MAX_MESSAGE),
        "frames": frames,
    }


def _place_of(error: SyntaxError, layout: Layout) -> list[Frame]:
    """Where the code cannot be read: no frame has been there."""
    path, line = layout.relative(error.filename), error.lineno
    if path is None or line is None:
        return []
    source = layout.line(path, line)
    column = None if error.offset is None else utf16_column(source, error.offset - 1)
    return [
        {
            "file": path,
            "line": line,
            "endLine": None,
            "column": column,
            "endColumn": None,
            "function": "",
            "source": source,
            "origin": layout.origin(path),
        }
    ]
