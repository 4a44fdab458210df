"""Late results, borrowed commands, and everything that happens in the meantime."""
import pytest

from solution import Bot
from toy_git import ToyGit


@pytest.fixture
def git():
    return ToyGit(conflicts=["torn"])


@pytest.fixture
def bot(git):
    bot = Bot(["linux", "mac"], {"ada", "ben"}, git.merge)
    for number in (1, 2, 3, 4):
        bot.push(number, author="eve", commit=f"c{number}")
    return bot


def all_green(bot):
    commit = bot.testing
    bot.build_done(commit, "linux", ok=True)
    bot.build_done(commit, "mac", ok=True)


def test_nobody_approves_what_is_their_own(bot):
    bot.push(9, author="ada", commit="c9")
    bot.comment(9, "ada", "@bot r+\n@bot p=3")
    assert bot.state(9) == "open", "a reviewer is an author like any other"
    bot.comment(9, "ben", "@bot r+")
    assert bot.state(9) == "testing"
    bot.push(9, author="ben", commit="c9-mended")
    bot.comment(9, "ben", "@bot r+")
    assert bot.state(9) == "open", "the current commit is Ben's own"
    bot.comment(9, "ada", "@bot r+")
    assert bot.state(9) == "open", "Ada opened it and is its author, whoever pushes later"
    bot.push(9, author="ada", commit="c9-again")
    bot.comment(9, "ben", "@bot r+")
    assert bot.state(9) == "testing", "Ben's commit is not the current one any more"


@pytest.mark.parametrize(
    "text",
    [
        "> @bot r+\nI would not say so.",
        "Shall I write @bot r+ here?",
        "@bot r+ please, it is urgent",
        "@bot",
        "@robot r+",
        "r+",
        "@bot p=high",
        "",
    ],
    ids=["quoted", "in a sentence", "with more words", "no command", "another bot", "no name", "no number", "empty"],
)
def test_conversation_is_no_command(bot, text):
    bot.comment(1, "ada", text)
    assert (bot.state(1), bot.testing, bot.queue) == ("open", None, [])


def test_an_approval_may_name_its_commit(bot):
    bot.push(1, author="eve", commit="c1-with-a-surprise")
    bot.comment(1, "ada", "@bot r+ c1")
    assert bot.state(1) == "open", "Ada had read c1 while the new commit arrived"
    bot.comment(1, "ada", "@bot r+ c1-with-a-surprise")
    assert bot.state(1) == "testing"


def test_conflicts_in_a_row_are_passed_over(bot):
    bot.comment(1, "ada", "@bot r+")
    for number in (2, 3):
        bot.push(number, author="eve", commit="torn")
    for number in (2, 3, 4):
        bot.comment(number, "ada", "@bot r+")
    all_green(bot)
    assert [bot.state(number) for number in (2, 3, 4)] == ["conflict", "conflict", "testing"]


def test_a_builder_that_reports_twice_is_one_builder(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.build_done(bot.testing, "mac", ok=True)
    bot.build_done(bot.testing, "mac", ok=True)
    bot.build_done(bot.testing, "toaster", ok=True)
    bot.build_done(bot.testing, "toaster", ok=False)
    assert (bot.main, bot.state(1)) == ("main-0", "testing")


def test_late_results_change_nothing(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot r+")
    first = bot.testing
    bot.build_done(first, "mac", ok=True)
    bot.build_done(first, "linux", ok=False)
    assert (bot.state(1), bot.state(2)) == ("failed", "testing")
    bot.build_done(first, "mac", ok=True)
    bot.build_done(bot.testing, "linux", ok=True)
    assert (bot.main, bot.state(2)) == ("main-0", "testing"), (
        "mac was green for the first change, not for the second"
    )
    bot.build_done(first, "mac", ok=False)
    assert bot.state(2) == "testing"


def test_a_push_during_the_test_calls_it_off(bot, git):
    bot.comment(1, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot r+")
    old = bot.testing
    bot.push(1, author="eve", commit="c1-again")
    assert (bot.state(1), bot.state(2)) == ("open", "testing"), "and the next one has its turn"
    bot.build_done(old, "linux", ok=True)
    bot.build_done(old, "mac", ok=True)
    assert bot.main == "main-0", "what was tested is no longer what would be merged"


def test_r_minus_works_at_any_time(bot):
    for number in (1, 2, 3):
        bot.comment(number, "ada", "@bot r+")
    bot.comment(2, "ben", "@bot r-")
    assert (bot.state(2), bot.queue) == ("open", [3])
    bot.comment(1, "ben", "@bot r-")
    assert (bot.state(1), bot.state(3), bot.queue) == ("open", "testing", [])


def test_whoever_comes_back_is_the_last_in_the_queue(bot):
    for number in (1, 2, 3):
        bot.comment(number, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot r-\n@bot r+")
    assert bot.queue == [3, 2]
    bot.comment(3, "ben", "@bot r+")
    assert bot.queue == [3, 2], "approved twice is approved since the first time"


def test_after_a_failure_it_takes_a_new_approval(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.build_done(bot.testing, "mac", ok=False)
    bot.comment(2, "ada", "@bot r+")
    all_green(bot)
    assert (bot.state(1), bot.testing) == ("failed", None)
    bot.comment(1, "ada", "@bot r+")
    assert bot.state(1) == "testing"


def test_priorities_do_not_interrupt_a_test(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot p=-5 \n@bot r+  ")
    bot.comment(3, "ada", "@bot p=10\n@bot r+")
    bot.comment(4, "ada", "@bot r+")
    assert (bot.state(1), bot.queue) == ("testing", [3, 4, 2]), "a number may be negative, and a line may end in blanks"
    bot.comment(3, "mallory", "@bot p=-99")
    assert bot.queue == [3, 4, 2], "Mallory is no reviewer"


def test_what_is_merged_is_over(bot):
    bot.comment(1, "ada", "@bot r+")
    all_green(bot)
    main = bot.main
    bot.push(1, author="eve", commit="c1-afterwards")
    bot.comment(1, "ada", "@bot r-\n@bot r+")
    bot.comment(99, "ada", "@bot r+")
    assert (bot.state(1), bot.main, bot.testing) == ("merged", main, None)
