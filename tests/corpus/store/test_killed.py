"""Killed between any two steps on disk: the next command ends where an undisturbed run ends, and
nothing is left lying about."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from material.pages_written import html_page

from corpus.crawl.journal import Journal, Line
from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.store.ledger import Entry, Ledger
from corpus.store.twins import Marks

ONE = html_page()
CHANGED = html_page(year=2022)
OTHER = html_page("https://other.example/b.html", zone="乙市高新技术产业开发区", year=2020)
TWIN = Page("https://m.songtang.example/a/1.html", ONE.body, "text/html")


class Killed(BaseException):
    """The process is gone: nothing it would still do is done."""


def killing(monkeypatch, after):
    """From the operation number `after` on, nothing reaches the disk any more."""
    count = [0]

    def counted(real):
        def operation(*args, **values):
            count[0] += 1
            if count[0] > after:
                raise Killed
            return real(*args, **values)

        return operation

    for name in ("replace", "unlink", "fsync", "ftruncate"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))
    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    for module in ("corpus.store.ledger", "corpus.store.twins", "corpus.crawl.journal"):
        monkeypatch.setattr(f"{module}.append_lines", counted(__import__(module, fromlist="x").append_lines))


def writing(act):
    def run(store):
        with store.writing():
            act(store)

    return run


def removing(store):
    name = store.ledger.by_address(ONE.address)
    if name:
        store.remove(name.report)


ACTS = {
    "add": writing(lambda store: take(store, CHANGED)),
    "another source": writing(lambda store: take(store, TWIN)),
    "correct": writing(lambda store: store.correct(store.ledger.by_address(ONE.address).report, "year", "2019")),
    "clean": lambda store: list(reclean(store)),
    "remove": writing(removing),
}


def begun(data):
    store = Store(data)
    for page in (ONE, OTHER):
        with store.writing():
            take(store, page)
    return store


def state(data):
    """What is held, as one sees it; the history of corrections counts once."""
    store = Store(data)
    marks = Marks(data / "marks.csv")
    files = {str(path.relative_to(data)) for path in data.rglob("*") if path.is_file()}
    return {
        "records": [json.dumps(r.to_dict(), ensure_ascii=False) for r in (*store.reports(), *store.refused())],
        "pages": {name: [(p.address, p.body) for p in store.pages.versions(name)] for name in store.pages.reports()},
        "entries": {name: store.ledger.of(name) for name in store.ids()},
        "marks": sorted(marks._marks),
        "removed": store.removed(),
        "corrections": set(store.corrections.all()),
        "files": files,
    }


@pytest.mark.parametrize(
    "name", ["add", *(pytest.param(name, marks=pytest.mark.slow) for name in ACTS if name != "add")]
)
def test_the_next_command_finishes_what_was_begun(tmp_path, monkeypatch, name):
    act = ACTS[name]
    begun(tmp_path / "plain")
    act(Store(tmp_path / "plain"))
    list(reclean(Store(tmp_path / "plain")))
    wanted = state(tmp_path / "plain")
    for after in range(60):
        data = tmp_path / str(after)
        begun(data)
        with monkeypatch.context() as here:
            killing(here, after)
            try:
                act(Store(data))
                done = True
            except Killed:
                done = False
        act(Store(data))
        list(reclean(Store(data)))
        found = state(data)
        assert found == wanted, after
        if done:
            return
    pytest.fail("never done")


def test_a_removal_cut_short_is_finished_by_cleaning(tmp_path, monkeypatch):
    store = begun(tmp_path)
    name = store.ledger.by_address(ONE.address).report
    store.removals.intend(name, [ONE.address])
    list(reclean(Store(tmp_path)))
    after = Store(tmp_path)
    assert not after.has(name)
    assert not after.pages.path(name).exists()
    assert after.removals.unindexed() == [name]
    with after.writing():
        assert take(after, ONE).status == "refused"


def test_pages_an_older_removal_left_do_not_come_back(tmp_path):
    store = begun(tmp_path)
    name = store.ledger.by_address(ONE.address).report
    (tmp_path / "removed.txt").write_text("songtang.example/a/1.html\n")
    (tmp_path / "reports" / f"{name}.json").unlink()
    list(reclean(Store(tmp_path)))
    assert not Store(tmp_path).has(name)
    assert not store.pages.path(name).exists()


def test_what_was_just_being_written_goes_and_nothing_else(tmp_path):
    store = begun(tmp_path)
    mine = [
        tmp_path / "pages" / ".a.warc.gz.abcd1234.tmp",
        tmp_path / "reports" / ".abcd_234.tmp",
        tmp_path / ".x.csv.abcd1234.tmp",
    ]
    others = [tmp_path / "pages" / "notes.tmp", tmp_path / ".crawl.csv.abcd1234.tmp", tmp_path / "reports" / ".own.tmp"]
    for path in (*mine, *others):
        path.write_text("x")
    with Store(store.data).writing():
        pass
    assert [path.exists() for path in (*mine, *others)] == [False] * 3 + [True] * 3


@pytest.mark.parametrize("torn", ["abc", "abc,123", "abc,123,https://a.exam", '"abc', 'abc,"12'])
def test_half_a_line_never_was_and_swallows_nothing(tmp_path, torn):
    path = tmp_path / "ledger.csv"
    Ledger(path).record(Entry("one", "1", "https://one.example/"))
    with path.open("a") as stream:
        stream.write(torn)
    Ledger(path).record(Entry("two", "2", "https://two.example/"))
    ledger = Ledger(path)
    assert [entry.report for entry in ledger._entries.values()] == ["one", "two"]
    assert len(list(csv.reader(io.StringIO(path.read_text())))) == 3


def test_half_a_line_of_marks_and_of_the_journal(tmp_path):
    for path in (tmp_path / "marks.csv", tmp_path / "crawl.csv"):
        path.write_text("a,b")
    Marks(tmp_path / "marks.csv").note(take(Store(tmp_path / "s"), ONE).report)
    assert len(Marks(tmp_path / "marks.csv")._marks) == 1
    Journal(tmp_path / "crawl.csv").write([Line("", "t", "failed", "https://a.example/", reason="x")])
    assert [line.address for line in Journal(tmp_path / "crawl.csv").lasts()] == ["https://a.example/"]


def test_a_list_edited_by_hand_need_not_end_its_last_line(tmp_path):
    store = begun(tmp_path)
    (tmp_path / "removed.txt").write_text("by-hand.example/x")
    with store.writing():
        removing(store)
    assert store.removed() == {"by-hand.example/x", "songtang.example/a/1.html"}
