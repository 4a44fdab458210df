"""Which Python is meant, who has said so, and who comes first."""
import os

import pytest

from solution import NotInstalled, best_match, resolve, shim_path

INSTALLED = ["3.9.21", "3.12.8", "3.14.0", "3.14.2", "3.1.5"]


def path_of(*folders):
    return os.pathsep.join(map(str, folders))


def test_the_exact_version_is_taken():
    assert best_match("3.14.0", INSTALLED) == "3.14.0"


def test_a_short_version_means_the_newest_of_its_kind():
    assert best_match("3.14", INSTALLED) == "3.14.2"
    assert best_match("3", INSTALLED) == "3.14.2", "as texts, 3.9 comes after 3.14; as numbers it does not"
    assert best_match("2.7", INSTALLED) is None


def test_the_variable_comes_first(tmp_path):
    (tmp_path / ".python-version").write_text("3.9.21\n")
    choice = resolve(tmp_path, {"PYENV_VERSION": "3.12"}, tmp_path, INSTALLED)
    assert (choice.versions, choice.set_by) == (["3.12.8"], "PYENV_VERSION")


def test_a_file_further_up_counts(tmp_path):
    shop = tmp_path / "shop"
    deep = shop / "jobs" / "night"
    deep.mkdir(parents=True)
    (shop / ".python-version").write_text("3.9\n")
    choice = resolve(deep, {}, tmp_path / "pyenv", INSTALLED)
    assert (choice.versions, choice.set_by) == (["3.9.21"], shop / ".python-version")


def test_the_file_of_the_folder_beats_the_one_for_everybody(tmp_path):
    root = tmp_path / "pyenv"
    shop = tmp_path / "shop"
    root.mkdir()
    shop.mkdir()
    (root / "version").write_text("3.12.8\n")
    assert resolve(shop, {}, root, INSTALLED).set_by == root / "version"
    (shop / ".python-version").write_text("3.14\n")
    assert resolve(shop, {}, root, INSTALLED).set_by == shop / ".python-version"


def test_a_missing_version_is_named_with_its_place(tmp_path):
    (tmp_path / ".python-version").write_text("3.13\n")
    with pytest.raises(NotInstalled) as caught:
        resolve(tmp_path, {}, tmp_path, INSTALLED)
    message = str(caught.value)
    assert "3.13" in message
    assert str(tmp_path / ".python-version") in message, "and where does it say so?"


def test_the_shims_come_first(tmp_path):
    env = {"PATH": path_of("/usr/bin", "/bin")}
    assert shim_path(env, tmp_path) == path_of(tmp_path / "shims", "/usr/bin", "/bin")
