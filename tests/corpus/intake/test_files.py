"""Only files are read: no link inside a folder, no pipe, no socket, no device; nothing hangs, and
each is named."""

import os
import socket
from pathlib import Path

import pytest
from material.pages_written import text_page

from corpus.intake.add import add
from corpus.intake.files import IS_LINK, NO_FILE, Found, NoFile
from corpus.store.folder import Store
from web.commands.add import keep_notice


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "报告.txt").write_bytes(text_page().body)
    return folder


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("root:$6$secret:19000::::::\n")
    return path


def linked(folder, secret):
    (folder / "link.txt").symlink_to(secret)


def to_a_folder(folder, secret):
    (secret.parent / "others").mkdir()
    (secret.parent / "others" / "a.txt").write_bytes(text_page(year=2020).body)
    (folder / "others").symlink_to(secret.parent / "others")


def to_nowhere(folder, secret):
    (folder / "gone.txt").symlink_to(secret.parent / "gone")


def loop(folder, secret):
    (folder / "loop").symlink_to(folder)


def pipe(folder, secret):
    os.mkfifo(folder / "pipe.txt")


def listening(folder, secret):
    with socket.socket(socket.AF_UNIX) as stream:
        stream.bind(str(folder / "s.txt"))


@pytest.mark.parametrize("lay", [linked, to_a_folder, to_nowhere, loop, pipe, listening])
def test_what_is_no_file_in_a_folder_is_named_and_not_read(tmp_path, folder, secret, lay):
    lay(folder, secret)
    store = Store(tmp_path / "data")
    found = list(add(store, [folder]))
    reason = NO_FILE if lay in (pipe, listening) else IS_LINK
    assert sorted((added.status, added.reason) for added in found) == [("added", None), ("refused", reason)]
    assert len(store.ids()) == 1


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "pipe"])
def test_devices_and_pipes_by_name_are_refused_at_once(tmp_path, path):
    if path == "pipe":
        path = tmp_path / "pipe"
        os.mkfifo(path)
    (added,) = add(Store(tmp_path / "data"), [Path(path)])
    assert (added.status, added.reason) == ("refused", NO_FILE)


def test_a_link_named_by_itself_is_what_was_meant(tmp_path, folder):
    link = tmp_path / "named.txt"
    link.symlink_to(folder / "报告.txt")
    assert [added.status for added in add(Store(tmp_path / "data"), [link])] == ["added"]


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_link_put_there_meanwhile_is_not_followed(monkeypatch, folder, secret, below):
    inside = folder / below
    inside.mkdir(exist_ok=True)
    (inside / "a.txt").write_text("a")
    found = Found(inside / "a.txt", folder)
    monkeypatch.setattr(Found, "_look", lambda self: None)  # it was a file when it was looked at
    if below:
        inside.rename(folder / "moved")
        inside.symlink_to(folder / "moved")
    else:
        (inside / "a.txt").unlink()
        (inside / "a.txt").symlink_to(secret)
    with pytest.raises((NoFile, NotADirectoryError)):
        found.open()


def test_a_notice_that_is_a_link_is_not_shown(tmp_path, folder, secret):
    data = tmp_path / "data"
    data.mkdir()
    (folder / "NOTICE.txt").symlink_to(secret)
    keep_notice((folder,), data)
    assert not (data / "NOTICE.txt").exists()
