"""Run on submit; the learner sees the names and messages, not the code."""
from stand_in import broken, red_tests


def notice(what, *changes):
    """The learner's tests have to notice that the helper is broken."""
    assert red_tests(broken(*changes), enough=1), f"all your tests pass, although {what}"


def test_your_tests_pass_in_the_opposite_order():
    assert red_tests(order=lambda tests: tests[::-1]) == {}, "a test relies on one that ran before it"


def test_you_notice_that_it_tries_too_often():
    notice("there is one try too many", ("    pause = delay\n", "    pause = delay\n    attempts += 1\n"))


def test_you_notice_that_the_caller_cannot_choose_the_errors():
    notice("it always catches OSError and ignores `catch`", ("except catch:", "except OSError:"))


def test_you_notice_that_the_last_error_is_swallowed():
    notice("it returns None when all tries have failed", ("                raise\n", "                return None\n"))


def test_you_notice_that_the_wrong_error_is_raised():
    notice(
        "it raises the first error instead of the last",
        ("        except catch:\n", "        except catch as error:\n            first = first or error\n"),
        ("    pause = delay\n", "    pause, first = delay, None\n"),
        ("                raise\n", "                raise first\n"),
    )


def test_you_notice_that_none_is_no_result():
    notice(
        "it takes a result of None for a failure",
        ("return await call()", "if (result := await call()) is not None:\n                    return result"),
    )


def test_you_notice_that_nonsense_is_accepted():
    notice("attempts=0 is accepted, and nothing is tried", ("if attempts < 1:", "if attempts < 0:"))


def test_you_notice_a_pause_too_many():
    notice("it pauses once more before it gives up", ("                raise\n", "                await asyncio.sleep(pause)\n                raise\n"))
    notice("it pauses before the first try", ("    pause = delay\n", "    pause = delay\n    await asyncio.sleep(pause)\n"))


def test_you_notice_that_the_pauses_grow_without_end():
    notice("`longest` is ignored", ("asyncio.sleep(min(pause, longest))", "asyncio.sleep(pause)"))


def test_you_notice_that_the_pauses_are_remembered():
    notice(
        "the second use begins with the pause at which the first one ended",
        ("import asyncio\n", "import asyncio\n\nlast = {}\n"),
        ("    pause = delay\n", "    pause = last.get(delay, delay)\n"),
        ("pause *= factor", "pause = last[delay] = pause * factor"),
    )


def test_you_notice_that_there_is_no_time_limit():
    notice("a try may take as long as it likes", ("asyncio.timeout(timeout)", "asyncio.timeout(None)"))
    notice("a try that took too long is not repeated", ("        except catch:\n", "        except TimeoutError:\n            raise\n        except catch:\n"))
    notice(
        "the time limit is for all tries together",
        ("    pause = delay\n", "    pause, end = delay, asyncio.get_running_loop().time() + timeout\n"),
        ("asyncio.timeout(timeout)", "asyncio.timeout_at(end)"),
    )


def test_you_notice_that_it_cannot_be_cancelled():
    notice(
        "being cancelled in a try leads to another try",
        ("except catch:", "except (*catch, asyncio.CancelledError):"),
    )
    notice(
        "being cancelled in a pause only shortens the pause",
        (
            "        await asyncio.sleep(min(pause, longest))\n",
            "        try:\n            await asyncio.sleep(min(pause, longest))\n        except asyncio.CancelledError:\n            pass\n",
        ),
    )
