import os
import shutil

from solution import draw, look, make_a_mess

before = []
drawn = []


def test_before():
    before[:] = look()
    drawn.append(draw())


def test_mess():
    make_a_mess()
    drawn.append(draw())


def test_after():
    assert look() == before


def test_same_random_numbers():
    assert drawn == [draw()] * 2


def test_deletes_the_folder():
    folder = os.getcwd()
    os.chdir(os.path.dirname(folder))
    shutil.rmtree(folder)


def test_folder_is_there():
    assert os.listdir() == []


def test_mess_and_fail():
    make_a_mess()
    assert draw() == 2


def test_after_failure():
    assert look() == before


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr("builtins.open", None)
    monkeypatch.setenv("A", "1")
    assert open is None


def test_after_monkeypatch():
    assert look() == before
