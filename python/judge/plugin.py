"""The judge's pytest plugin: listens, keeps each test's surroundings clean, tells the tally."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Generator
from typing import Any

import pytest

from interleave.asked import in_test
from judge.bounded_warnings import bound_recorded_warnings
from judge.capture import Streams
from judge.comparison import note_comparison
from judge.evasion import explain_evasion, was_left_by_learner
from judge.explain import one_line
from judge.layout import Layout
from judge.leftovers import has_shared_fixtures, is_shared, record_children, record_leftovers
from judge.logs import bound_log_capture
from judge.record import TestRecord, planned_test
from judge.report import RunWarning
from judge.request import RunRequest
from judge.residue import describe_changes, look, look_at_filters, tell_residue
from judge.restore import InterpreterState, ignore_interrupts, keep_builtins, seed
from judge.tally import Tally
from kernel.processes import alive_children, end_children
from kernel.threads import alive_threads, end_leftovers
from kernel.threads.turns import forget_turns


class JudgePlugin:
    """One instance serves one run, which it may have to wait for."""

    _request: RunRequest
    _layout: Layout
    _streams: Streams
    _tally: Tally

    def __init__(self) -> None:
        self._record: TestRecord | None = None
        self._item: pytest.Item | None = None
        self._has_shared_setup = False
        self._may_freeze = False
        self._filters: list[object] = []
        self._restore_builtins: Callable[[], object] = keep_builtins()

    def serve(self, request: RunRequest, layout: Layout, streams: Streams, tally: Tally) -> None:
        """Called before anything is collected."""
        self._request = request
        self._layout = layout
        self._streams = streams
        self._tally = tally
        self._may_freeze = request.keep_gc or request.mentions("freeze")
        self._restore_builtins = keep_builtins()

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        # These options belong to pytest's terminal plugin, which is switched off.
        config.addinivalue_line(
            "markers", "needs(name, ...): skipped in a browser that lacks one of them"
        )
        config.option.tbstyle = "short"
        config.option.color = config.option.code_highlight = "no"
        config.addinivalue_line("markers", "task(taskno): the statement's task that a test is for")
        bound_log_capture(config)

    # --- collection

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        file = self._layout.relative(str(collector.path)) or collector.nodeid
        try:
            report = yield
        except KeyboardInterrupt as error:
            self._hear_interrupt(error)
            raise
        except (SystemExit, pytest.exit.Exception) as error:
            self._tally.fail_collection(file, error, one_line(error))
            return pytest.CollectReport(collector.nodeid, "failed", one_line(error), [])
        call = getattr(report, "call", None)
        error = call.excinfo.value if call is not None and call.excinfo else None
        if error is not None and was_left_by_learner(error, self._layout):
            sentence = explain_evasion(error)
            self._tally.fail_collection(file, error, sentence)
            return pytest.CollectReport(collector.nodeid, "failed", sentence, [])
        if report.failed:
            self._tally.fail_collection(file, error, report.longrepr)
        return report

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        for item in items:
            self._skip_impossible(item)
        if not self._request.only:
            return
        by_id = {item.nodeid: item for item in items}
        chosen = [by_id[test_id] for test_id in self._request.only if test_id in by_id]
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen

    def _skip_impossible(self, item: pytest.Item) -> None:
        """Nobody sees a red test for what the browser cannot do."""
        needs = [str(name) for mark in item.iter_markers("needs") for name in mark.args]
        missing = [name for name in needs if name in self._request.missing]
        if missing:
            reason = f"This browser has no {' and no '.join(missing)}."
            item.add_marker(pytest.mark.skip(reason=reason))

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if not self._tally.collection.errors:
            self._tally.plan([planned_test(item, self._layout) for item in session.items])
        if not self._request.keep_gc:
            # Young garbage of the collection only, when the interpreter was prepared.
            gc.collect()
            gc.freeze()

    # --- one test

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._streams.take_outside()
        state = InterpreterState(not self._request.keep_gc, self._may_freeze)
        planned = planned_test(item, self._layout)
        record = self._record = TestRecord(planned, self._layout)
        self._item = item
        self._has_shared_setup = has_shared_fixtures(item)
        before = look() if self._request.tell_leftovers else {}
        threads_before = alive_threads()
        children_before = alive_children()
        seed()
        forget_turns()
        self._tally.start(item.nodeid)
        try:
            with in_test():
                result = yield
        except KeyboardInterrupt as error:
            self._hear_interrupt(error)
            raise
        finally:
            self._item = self._record = None
        if not self._has_shared_setup:
            record_children(record, end_children(children_before))
            record_leftovers(record, end_leftovers(threads_before))
            if self._request.tell_leftovers:
                tell_residue(record, planned, describe_changes(before, look()))
        # pytest's own wrappers have ended: the test's warnings have been handed over.
        self._streams.restore()
        stdout, stderr = self._streams.take()
        state.restore()
        self._layout.go_home()
        self._tally.finish(record.finish(stdout, stderr, self._request.output_characters))
        return result

    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> None:
        # `request.getfixturevalue` asks for fixtures that nobody could know beforehand.
        if is_shared(fixturedef):
            self._has_shared_setup = True

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_setup(self) -> Generator[None, object, object]:
        self._filters = look_at_filters()
        return (yield from self._phase())

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_call(self) -> Generator[None, object, object]:
        self._restore_builtins = keep_builtins()
        bound_recorded_warnings()
        try:
            return (yield from self._phase())
        finally:
            # pytest is about to explain the outcome, and needs its `isinstance` for that.
            self._restore_builtins()

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_teardown(self) -> Generator[None, object, object]:
        result = yield from self._phase()
        if self._request.tell_leftovers and look_at_filters() != self._filters:
            self._tell_residue("warnings.filters has changed")
        return result

    def _tell_residue(self, phrase: str) -> None:
        item, record = self._item, self._record
        if item is not None and record is not None and not self._has_shared_setup:
            tell_residue(record, planned_test(item, self._layout), [phrase])

    def _phase(self) -> Generator[None, object, object]:
        if self._record is not None:
            self._record.comparison = None
        try:
            return (yield)
        except KeyboardInterrupt as error:
            self._hear_interrupt(error)
            raise
        except pytest.exit.Exception as error:
            message = f"The code ended the test run: pytest.exit({error.msg!r}) was called."
            raise pytest.fail.Exception(message).with_traceback(error.__traceback__) from None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, call: pytest.CallInfo[Any]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        # A SkipTest of unittest is exchanged for pytest's own on the way, and its frames with it;
        # what a TestCase raised is known afterwards only.
        raised = call.excinfo.value if call.excinfo is not None else None
        report = yield
        if self._record is not None:
            told = call.excinfo.value if call.excinfo is not None else None
            self._record.add_phase(call, report, raised or told)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> None:
        if self._record is not None:
            self._restore_builtins()
            self._record.comparison = note_comparison(op, left, right, self._layout)

    # --- what else happens

    def pytest_warning_recorded(
        self, warning_message: warnings.WarningMessage, when: str, nodeid: str
    ) -> None:
        if when == "config":
            return
        warning: RunWarning = {
            "category": warning_message.category.__name__,
            "message": str(warning_message.message)[:2_000],
            "file": self._layout.relative(warning_message.filename) or warning_message.filename,
            "line": warning_message.lineno,
        }
        if self._record is not None and self._item is not None and nodeid == self._item.nodeid:
            self._record.add_warning(warning)
        else:
            self._tally.warn(warning)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        if isinstance(excinfo.value, pytest.Session.Interrupted):
            return  # pytest's own way to stop, after collection errors for one
        if isinstance(excinfo.value, KeyboardInterrupt):
            self._hear_interrupt(excinfo.value)
        else:
            self._tally.report_trouble(f"The test run was ended by {one_line(excinfo.value)}.")

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
        where = excinfo.traceback[-1]
        place = f"{where.path}:{where.lineno + 1}"
        self._tally.report_trouble(
            f"pytest itself stopped with {one_line(excinfo.value)} ({place})."
        )
        return True

    def _hear_interrupt(self, error: BaseException) -> None:
        ignore_interrupts()
        self._tally.interrupt(error)
