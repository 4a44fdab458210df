"""Names that are no numbers, files that say nothing, and paths with holes."""
import os

import pytest

from solution import NotInstalled, best_match, resolve, shim_path

INSTALLED = ["3.9.21", "3.12.8", "3.14.2", "3.14.10", "3.15.0a3", "pypy3.11-7.3.20"]


def path_of(*folders):
    return os.pathsep.join(map(str, folders))


def test_three_one_is_not_three_fourteen():
    assert best_match("3.1", INSTALLED) is None, "the text 3.1 is a beginning of 3.14.2; the numbers are not"
    assert best_match("3.14", INSTALLED) == "3.14.10"


def test_names_are_taken_in_full_or_not_at_all():
    assert best_match("3.15.0a3", INSTALLED) == "3.15.0a3"
    assert best_match("3.15", INSTALLED) is None
    assert best_match("3", INSTALLED) == "3.14.10"
    assert best_match("pypy3.11-7.3.20", INSTALLED) == "pypy3.11-7.3.20"
    assert best_match("pypy3.11", INSTALLED) is None


def test_an_exact_name_wins_over_newer_ones():
    assert best_match("3.12", ["3.12.8", "3.12"]) == "3.12"
    assert best_match("3.14.2", []) is None


def test_comments_and_blank_lines_say_nothing(tmp_path):
    (tmp_path / ".python-version").write_text("# for the invoices\n\n  3.12   # until May\n3.9\n")
    assert resolve(tmp_path, {}, tmp_path, INSTALLED).versions == ["3.12.8", "3.9.21"]


def test_several_versions_in_the_variable(tmp_path):
    choice = resolve(tmp_path, {"PYENV_VERSION": "3.14:system:3.9.21"}, tmp_path, INSTALLED)
    assert choice.versions == ["3.14.10", "system", "3.9.21"]


def test_one_of_several_may_be_missing(tmp_path):
    with pytest.raises(NotInstalled, match=r"3\.13"):
        resolve(tmp_path, {"PYENV_VERSION": "3.14:3.13"}, tmp_path, INSTALLED)


def test_what_says_nothing_is_not_there(tmp_path):
    shop = tmp_path / "shop"
    shop.mkdir()
    (tmp_path / ".python-version").write_text("3.9")
    (shop / ".python-version").write_text("# nothing decided yet\n")
    choice = resolve(shop, {"PYENV_VERSION": ""}, tmp_path, INSTALLED)
    assert (choice.versions, choice.set_by) == (["3.9.21"], tmp_path / ".python-version")


def test_the_nearest_file_wins(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for folder, version in ((tmp_path, "3.9"), (tmp_path / "a", "3.12"), (deep, "3.14")):
        (folder / ".python-version").write_text(version)
    assert resolve(deep, {}, tmp_path, INSTALLED).versions == ["3.14.10"]
    assert resolve(deep.parent, {}, tmp_path, INSTALLED).versions == ["3.12.8"]


def test_nobody_has_said_anything(tmp_path):
    choice = resolve(tmp_path, {}, tmp_path / "pyenv", [])
    assert (choice.versions, choice.set_by) == (["system"], "default")


def test_system_may_be_asked_for(tmp_path):
    (tmp_path / ".python-version").write_text("system\n")
    choice = resolve(tmp_path, {}, tmp_path, [])
    assert (choice.versions, choice.set_by) == (["system"], tmp_path / ".python-version")


def test_the_shims_are_on_the_path_once(tmp_path):
    shims = str(tmp_path / "shims")
    env = {"PATH": path_of("/usr/bin", shims, "/bin", shims)}
    assert shim_path(env, tmp_path) == path_of(shims, "/usr/bin", "/bin")
    assert env["PATH"] == path_of("/usr/bin", shims, "/bin", shims), "the environment was changed"


def test_an_empty_path_gets_no_empty_entry(tmp_path):
    shims = str(tmp_path / "shims")
    assert shim_path({}, tmp_path) == shims, "an empty entry would be the current folder"
    assert shim_path({"PATH": ""}, tmp_path) == shims


def test_what_was_on_the_path_stays(tmp_path):
    env = {"PATH": path_of("/b", "", "/a", "/b", str(tmp_path / "shims-old"))}
    assert shim_path(env, tmp_path) == path_of(tmp_path / "shims", env["PATH"])
