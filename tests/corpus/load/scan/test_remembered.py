"""What was recognised once is kept beside the raw page and used when it is cleaned again; it is never
trusted when damaged, and goes with the report."""

import gzip
import json

import pytest
from material.scans_made import needs_recognition, scan, sheet

from corpus.intake.gather import gather
from corpus.intake.reclean import reclean
from corpus.intake.share import Share
from corpus.intake.take import take
from corpus.load.scan import recognise as module
from corpus.load.scan import remembered
from corpus.load.scan.seen import LEGIBLE
from corpus.records import Page
from corpus.store.folder import Store

PNG = b"\x89PNG\r\n\x1a\n"
SCAN = Page("file:///scan.png", PNG)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


@pytest.fixture
def recognition(monkeypatch):
    """Recognition that gives one sheet and counts how often it is asked."""
    asked = []

    def recognised(body, wanted):
        asked.append(body)
        return (sheet(),)

    monkeypatch.setattr(module, "can_recognise", lambda: True)
    monkeypatch.setattr(module, "_recognised", recognised)
    monkeypatch.setattr(remembered, "reader", lambda: "one way")
    return asked


def held(store):
    with store.writing():
        return take(store, SCAN).report


def cleaned_again(store):
    return [change.fields for change in reclean(store)]


def changed(path, edit):
    kept = json.loads(gzip.decompress(path.read_bytes()))
    edit(kept)
    path.write_bytes(gzip.compress(json.dumps(kept).encode()))


def other_words(kept):
    (entry,) = kept["files"].values()
    entry["sheets"][0][4][0][0] = "别的标题"


def other_shape(kept):
    kept["files"] = [1, 2]


DAMAGES = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-20]),
    "one byte": lambda path: path.write_bytes(path.read_bytes()[:60] + b"\x00" + path.read_bytes()[61:]),
    "empty": lambda path: path.write_bytes(b""),
    "no gzip": lambda path: path.write_bytes(b"{}"),
    "no JSON": lambda path: path.write_bytes(gzip.compress(b"[")),
    "a list": lambda path: path.write_bytes(gzip.compress(b"[]")),
    "words changed by hand": lambda path: changed(path, other_words),
    "another shape": lambda path: changed(path, other_shape),
    "gone": lambda path: path.unlink(),
}


def test_a_scan_is_recognised_once(store, recognition):
    report = held(store)
    assert report.scan == pytest.approx(0.99)
    assert cleaned_again(store) == [()]
    assert cleaned_again(Store(store.data)) == [()]
    assert len(recognition) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_recognised_anew(store, recognition, damage):
    path = store.recognised.path(held(store).id)
    whole = path.read_bytes()
    DAMAGES[damage](path)
    assert cleaned_again(store) == [()]
    assert len(recognition) == 2
    assert path.read_bytes() == whole


def test_another_way_of_recognising_recognises_anew(store, recognition, monkeypatch):
    path = store.recognised.path(held(store).id)
    monkeypatch.setattr(remembered, "reader", lambda: "another way")
    assert cleaned_again(store) == [()]
    assert cleaned_again(store) == [()]
    assert len(recognition) == 2
    kept = json.loads(gzip.decompress(path.read_bytes()))
    assert (kept["reader"], len(kept["files"])) == ("another way", 1)


@pytest.mark.parametrize("how", ["remove", "drop"])
def test_it_goes_with_the_report(store, recognition, how):
    report = held(store)
    with store.writing():
        getattr(store, how)(report.id)
    assert not store.recognised.path(report.id).exists()
    assert list(store.recognised.folder.iterdir()) == []


def test_a_page_that_is_not_kept_leaves_nothing(store, recognition, monkeypatch):
    monkeypatch.setattr(module, "_recognised", lambda body, wanted: (sheet(texts=()),))
    with store.writing():
        assert take(store, SCAN).status == "failed"
    assert list(store.recognised.folder.glob("*")) == []


def test_what_a_killed_command_left_goes(store, recognition):
    report = held(store)
    store.recognised.of("0123456789ab").keep("one way", "file", [])
    (store.recognised.folder / ".a.json.gz.abcdefgh.tmp").write_bytes(b"half")
    with Store(store.data).writing():
        assert [path.name for path in store.recognised.folder.iterdir()] == [f"{report.id}.json.gz"]


def test_a_page_that_could_not_be_read_is_tried_again(store, recognition, monkeypatch):
    bad = sheet(page=1)._replace(pieces=(), unread=True)
    monkeypatch.setattr(module, "_recognised", lambda body, wanted: (sheet(), bad))
    assert not store.recognised.path(held(store).id).exists()


def test_what_is_illegible_today_may_be_legible_by_another_threshold(store, recognition, monkeypatch):
    monkeypatch.setattr(module, "_recognised", lambda body, wanted: (sheet(), sheet(page=1, confidence=LEGIBLE - 0.1)))
    report = held(store)
    kept = json.loads(gzip.decompress(store.recognised.path(report.id).read_bytes()))
    (entry,) = kept["files"].values()
    assert [bool(each[4]) for each in entry["sheets"]] == [True, True]
    assert cleaned_again(store) == [()]


def test_a_gathered_store_has_it_as_one_machine_would(tmp_path, store, recognition):
    report = held(store)
    (tmp_path / "scan.png").write_bytes(PNG)
    share = Store(tmp_path / "share")
    _add(share, tmp_path / "scan.png")
    whole = Store(tmp_path / "whole")
    assert [added.status for added in gather(whole, [share.data])] == ["added"]
    (name,) = (path.name for path in whole.recognised.folder.iterdir())
    assert (whole.recognised.folder / name).read_bytes() == store.recognised.path(report.id).read_bytes()


def _add(share, path):
    from corpus.intake.add import add

    assert [added.status for added in add(share, [path], share=Share(1, 1))] == ["added"]


def test_the_real_thing(store, monkeypatch):
    needs_recognition()
    with store.writing():
        report = take(store, Page("file:///scan.png", scan())).report
    monkeypatch.setattr(module, "_recognised", None)  # whoever recognises now fails
    assert cleaned_again(store) == [()]
    assert store.report(report.id) == report
    assert len(remembered.reader()) == 64
