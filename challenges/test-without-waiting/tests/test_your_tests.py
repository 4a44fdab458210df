"""These tests are shown to the learner. They test the learner's tests."""
import other_retry
from stand_in import broken, count_tests, red_tests


def notice(what, *changes):
    """Your tests have to notice that the helper is broken."""
    assert red_tests(broken(*changes), enough=1), f"all your tests pass, although {what}"


def test_there_are_tests():
    assert count_tests() >= 5, "one test for each promise of the docstring is a good number"


def test_your_tests_pass_for_the_helper_as_it_is():
    assert red_tests() == {}, "the helper is right, so these tests are not"


def test_your_tests_pass_for_another_right_helper():
    assert red_tests(other_retry) == {}, "this helper keeps all promises too; test what it does, not how it is written"


def test_your_tests_do_not_really_wait():
    slept = []
    red_tests(slept=slept)
    assert slept == [], "time.sleep waits on the wall clock: use the loop's"


def test_you_notice_that_there_are_no_pauses():
    notice("there is no pause between the tries", ("asyncio.sleep(min(pause, longest))", "asyncio.sleep(0)"))


def test_you_notice_that_the_pauses_do_not_grow():
    notice("each pause is as long as the first", ("pause *= factor", "pass"))


def test_you_notice_that_it_gives_up_too_early():
    notice("there is one try too few", ("if attempt == attempts:", "if attempt >= attempts - 1:"))


def test_you_notice_that_every_error_is_caught():
    notice("it tries again after errors that are not in `catch`", ("except catch:", "except Exception:"))
