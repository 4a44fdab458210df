"""One change at a time, tested as it would be in main."""
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


def test_an_approved_change_gets_into_main(bot):
    assert bot.state(1) == "open"
    bot.comment(1, "ada", "Fine with me.\n@bot r+")
    assert bot.state(1) == "testing"
    merge = bot.testing
    all_green(bot)
    assert (bot.main, bot.state(1), bot.testing) == (merge, "merged", None)


def test_only_reviewers_approve(bot):
    bot.comment(1, "eve", "@bot r+")
    bot.comment(1, "mallory", "@bot r+")
    assert (bot.state(1), bot.testing) == ("open", None)


def test_all_builders_have_to_be_green(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.build_done(bot.testing, "mac", ok=True)
    assert (bot.main, bot.state(1)) == ("main-0", "testing"), "linux has not reported yet"


def test_one_red_builder_is_enough(bot):
    bot.comment(1, "ada", "@bot r+")
    bot.build_done(bot.testing, "linux", ok=False)
    assert (bot.main, bot.state(1), bot.testing) == ("main-0", "failed", None)


def test_one_at_a_time_on_top_of_the_last(bot, git):
    bot.comment(1, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot r+")
    assert (bot.state(2), bot.queue) == ("approved", [2])
    first = bot.testing
    all_green(bot)
    assert git.parents[bot.testing] == (first, "c2"), (
        "the second change is tested with the main that has the first one in it"
    )


def test_the_queue_goes_by_priority_and_then_by_approval(bot):
    bot.comment(1, "ada", "@bot r+")
    for number in (4, 2, 3):
        bot.comment(number, "ben", "@bot r+")
    assert bot.queue == [4, 2, 3]
    bot.comment(3, "ben", "@bot p=1")
    assert bot.queue == [3, 4, 2]


def test_a_conflict_makes_room_for_the_next(bot):
    bot.push(1, author="eve", commit="torn")
    bot.comment(1, "ada", "@bot r+")
    assert (bot.state(1), bot.testing) == ("conflict", None)
    bot.comment(2, "ada", "@bot r+")
    assert bot.state(2) == "testing"


def test_a_new_commit_needs_a_new_approval(bot, git):
    bot.comment(1, "ada", "@bot r+")
    bot.comment(2, "ada", "@bot r+")
    bot.push(2, author="eve", commit="c2-with-a-surprise")
    assert (bot.state(2), bot.queue) == ("open", []), "Ada has seen another commit"
    bot.comment(2, "ada", "@bot r+")
    bot.push(2, author="eve", commit="c2-with-a-surprise")
    assert (bot.state(2), bot.queue) == ("open", []), "a push takes the approval away, also one of the same commit"
