"""Libraries of others that the site serves: unchanged, with version and licence, and nothing beside
them."""

import re

import pytest
from material.checkout import ROOT
from material.site_corpus import site

from web.vendored import FOLDER, LIST, Vendored, main, sha256, vendored

FILES = list(vendored())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_is_what_was_recorded(file):
    assert sha256((FOLDER / file.name).read_bytes()) == file.sha256
    assert file.licence


def test_nothing_else_lies_there():
    assert {path.name for path in FOLDER.iterdir()} == {file.name for file in FILES} | {LIST.name}


def test_each_package_comes_with_its_licence():
    for package in {file.package for file in FILES}:
        assert any("LICENSE" in file.inside for file in FILES if file.package == package)


def test_a_name_tells_the_version():
    """So a browser may keep the file for good."""
    for file in FILES:
        assert "LICENSE" in file.name or f"-{file.version}." in file.name


def test_no_file_names_a_registry():
    for path in (LIST, ROOT / "web" / "vendored.py"):
        assert not re.search(r"https?://|registry\.", path.read_text(encoding="utf-8"))


def test_what_is_not_as_recorded_is_not_kept(monkeypatch, tmp_path, capsys):
    good = Vendored("a", "1", "MIT", "a.js", "a-1.js", sha256(b"a"))
    bad = Vendored("b", "1", "MIT", "b.js", "b-1.js", sha256(b"b"))
    monkeypatch.setattr("web.vendored.FOLDER", tmp_path)
    monkeypatch.setattr("web.vendored.vendored", lambda: [good, bad])
    monkeypatch.setattr("web.vendored.fetch", lambda file: b"a")
    assert main() == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a-1.js"]
    assert "b-1.js" in capsys.readouterr().err


def test_is_kept_for_good_by_browsers(tmp_path):
    client = site(tmp_path).test_client()
    for file in FILES:
        answer = client.get(f"/static/vendor/{file.name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_what_pages_and_styles_name_is_there():
    """In the version that is there: a name is written out where a file is used."""
    used = {
        name
        for path in [*(ROOT / "web" / "templates").iterdir(), ROOT / "web" / "static" / "site.css"]
        for name in re.findall(r"vendor/([\w.-]+)", path.read_text(encoding="utf-8"))
    }
    assert used == {file.name for file in FILES if "LICENSE" not in file.name}
