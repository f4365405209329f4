"""The code of docs/NOTEBOOKS.md opens what `xunzhang export` writes."""

import json
import re
import sqlite3

import pytest
from click.testing import CliRunner
from material.checkout import ROOT
from material.site_corpus import MOBILE, REPORTS

from corpus.store.folder import Store
from web.command import main

GUIDE = (ROOT / "docs" / "NOTEBOOKS.md").read_text(encoding="utf8")
CODE = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def here(tmp_path, monkeypatch):
    store = Store(tmp_path / "data")
    for each in REPORTS:
        store.save(each)
    for name in ("corpus.sqlite", "corpus.jsonl", "corpus.jsonl.gz"):
        done = CliRunner().invoke(main, ["export", "--data", str(tmp_path / "data"), str(tmp_path / name)])
        assert done.exit_code == 0, done.output
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_code_runs_as_it_stands(here):
    names = {}
    for code in CODE:
        exec(compile(code, "NOTEBOOKS.md", "exec"), names)
    assert set(names["reports"].index) == {report.id for report in REPORTS}
    assert len(names["found"]) == sum("行政复议" in each.text for report in REPORTS for each in report.sections)
    assert names["sections_of"] == {report.id: len(report.sections) for report in REPORTS}
    first = next(report for report in REPORTS if report.id == names["reports"].index[0])
    assert names["text_of"](first.id) == "\n".join(section.text for section in first.sections)
    assert set(names["lengths"]["part"]) == {each.part for report in REPORTS for each in report.sections if each.part}
    assert len(names["sure"]) == len(REPORTS)


def test_every_table_and_column_is_told(here):
    corpus = sqlite3.connect("corpus.sqlite")
    told = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.+) \|$", GUIDE, re.MULTILINE))
    tables = [name for (name,) in corpus.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert set(told) == set(tables)
    for table in set(tables) - {"corpus"}:
        columns = [row[1] for row in corpus.execute(f"PRAGMA table_info({table})")]
        assert re.findall(r"`(\w+)`", told[table]) == columns


def test_what_the_files_hold(here):
    corpus = sqlite3.connect("corpus.sqlite")
    everything = "\n".join(corpus.iterdump())
    assert MOBILE not in everything
    assert "/somewhere/deep" not in everything
    plain = (here / "corpus.jsonl").read_text(encoding="utf8")
    assert [json.loads(line)["id"] for line in plain.splitlines()] == sorted(report.id for report in REPORTS)
    assert MOBILE not in plain
    texts = {(each.id, one.id) for each in REPORTS for one in each.sections}
    assert set(corpus.execute("SELECT report, section FROM sections")) == texts


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("corpus.xlsx", 2, "文件名请以"),
        ("corpus", 2, "文件名请以"),
        ("a.sqlite/b.sqlite", 1, "无法读写文件"),
    ],
)
def test_what_cannot_be_written(here, name, status, said):
    (here / "a.sqlite").write_bytes(b"")
    done = CliRunner().invoke(main, ["export", "--data", str(here / "data"), str(here / name)])
    assert done.exit_code == status
    assert said in done.output


def test_a_damaged_record_is_named_and_the_rest_is_written(here):
    (here / "data" / "reports" / f"{REPORTS[0].id}.json").write_text("{", encoding="utf8")
    done = CliRunner().invoke(main, ["export", "--data", str(here / "data"), str(here / "again.sqlite")])
    assert done.exit_code == 1
    assert f"{REPORTS[0].id}.json" in done.output
    ids = [id for (id,) in sqlite3.connect(here / "again.sqlite").execute("SELECT id FROM reports")]
    assert ids == sorted(report.id for report in REPORTS[1:])


def test_a_file_stays_as_it_was_where_writing_fails(here, monkeypatch):
    before = (here / "corpus.sqlite").read_bytes()
    monkeypatch.setattr("web.taking.database._cells", lambda report: 1 / 0)
    done = CliRunner().invoke(main, ["export", "--data", str(here / "data"), str(here / "corpus.sqlite")])
    assert done.exit_code == 1
    assert (here / "corpus.sqlite").read_bytes() == before
    assert not list(here.glob(".corpus.sqlite.*"))
