"""What is held never gives way to a page that is damaged, or that this machine could not read."""

import shutil
from functools import cache

import pytest
from click.testing import CliRunner
from material.files_written import paragraphs, pdf, word
from material.pages_written import html_page

from corpus.clean import clean
from corpus.errors import Hindered, reading
from corpus.intake.add import add
from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.load.page import load
from corpus.load.pdf import _read
from corpus.records import Page
from corpus.store.folder import Store
from web.command import main

ERRORS = (
    *(RecursionError, MemoryError, KeyError, AssertionError, OSError, TypeError, AttributeError, ValueError),
    *(IndexError, StopIteration, ZeroDivisionError, NotImplementedError, EOFError, PermissionError, RuntimeError),
)
STAGES = ("load", "strip", "with_following", "repair", "describe", "apply", "outline", "why_refused")
NO_PDF = b"%PDF-1.4 x"
READERS = (
    *("word.document.load_word", "pdf_file.load_pdf", "format.decode", "html.web.lines_of"),
    *("markdown.markdown_lines", "markdown.is_markdown"),
)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


@cache
def typed():
    def fill(document):
        for line in paragraphs():
            document.add_paragraph(line)

    return word(fill)


def raised(kind):
    def fail(*_, **__):
        raise UnicodeDecodeError("utf-8", b"", 0, 1, "x") if kind is UnicodeError else kind("x")

    return fail


def records(store):
    return {report.id: report for report in (*store.reports(), *store.refused())}


@pytest.mark.parametrize("size", [0, 1, 20, 200, 400])
def test_a_damaged_raw_page_changes_nothing_and_is_reported(store, size):
    held = take(store, html_page()).report
    path = store.pages.path(held.id)
    path.write_bytes(path.read_bytes()[:size])
    (change,) = reclean(store)
    assert (change.fields, "已损坏" in change.reason) == ((), True)
    assert records(store) == {held.id: held}
    answer = CliRunner().invoke(main, ["clean", "--stored", "--data", str(store.data)])
    assert answer.exit_code == 1


def test_another_page_in_its_place_changes_nothing(store):
    held = take(store, html_page()).report
    other = take(store, html_page("https://other.example/b.html", zone="乙市高新技术产业开发区", year=2020)).report
    shutil.copyfile(store.pages.path(other.id), store.pages.path(held.id))
    reasons = {change.report: change.reason for change in reclean(store)}
    assert reasons[held.id]
    assert not reasons[other.id]
    assert records(store)[held.id] == held


def test_adding_the_page_again_mends_the_damage(store):
    held = take(store, html_page()).report
    path = store.pages.path(held.id)
    path.write_bytes(path.read_bytes()[:200])
    assert take(store, html_page()).status == "unchanged"
    assert [change.reason for change in reclean(store)] == [None]
    assert take(store, html_page(year=2022)).status == "replaced"
    assert len(store.pages.versions(held.id)) == 2


def test_a_later_version_that_was_not_entered_yet_is_not_cleaned_from(store):
    held = take(store, html_page()).report
    store.pages.keep(held.id, html_page(year=2022))  # killed before the ledger was written
    assert [change.fields for change in reclean(store)] == [()]
    assert take(store, html_page(year=2022)).report.year == 2022
    assert len(store.pages.versions(held.id)) == 2


@pytest.mark.parametrize(
    ("body", "patched", "value"),
    [
        (typed, "corpus.load.word.document.find_spec", lambda _: None),
        (pdf, "corpus.load.pdf.find_spec", lambda _: None),
        (pdf, "corpus.load.pdf.LONGEST_READING", 0.001),
        (pdf, "corpus.load.pdf.python_for", lambda _: ["false"]),
        (pdf, "corpus.load.pdf.python_for", lambda _: ["/nowhere"]),
        (pdf, "corpus.load.pdf.laid_out", raised(MemoryError)),
        (typed, "corpus.load.word.document._read", raised(MemoryError)),
    ],
)
def test_a_machine_that_cannot_read_a_file_leaves_what_is_held(store, tmp_path, monkeypatch, body, patched, value):
    path = tmp_path / "报告"
    path.write_bytes(body())
    (added,) = add(store, [path])
    assert added.status == "added"
    with monkeypatch.context() as here:
        here.setattr(patched, value)
        (again,) = add(store, [path])
        assert (again.status, bool(again.reason)) == ("failed", True)
        (change,) = reclean(store)
        assert (change.fields, bool(change.reason)) == ((), True)
        with pytest.raises(Hindered), reading():
            load(Page("file:///a", body()))
    assert records(store) == {added.report.id: added.report}


def each_kind_at_each_stage():
    """Every pair; `make quick` takes each kind and each stage once."""
    stages = [*(f"corpus.clean.{name}" for name in STAGES), *(f"corpus.load.{name}" for name in READERS)]
    for number, kind in enumerate((*ERRORS, UnicodeError)):
        for at, stage in enumerate(stages):
            yield pytest.param(stage, kind, marks=() if at == number % len(stages) else pytest.mark.slow)


@pytest.fixture(scope="module")
def no_pdf():
    """What the reader of PDF files, a process of its own, says of a file that is none."""
    return _read(NO_PDF)


@pytest.mark.parametrize(("stage", "kind"), [*each_kind_at_each_stage()])
def test_whatever_a_reader_raises_refuses_that_page_and_the_rest_goes_on(
    store, tmp_path, monkeypatch, no_pdf, stage, kind
):
    monkeypatch.setattr("corpus.load.pdf._read", lambda _: no_pdf)
    held = take(store, html_page()).report
    for name, body in (
        ("1.docx", typed()),
        ("2.pdf", NO_PDF),
        ("3.html", html_page(year=2019).body),
        ("4.txt", "[甲](/a) [乙](/b) [丙](/c)".encode()),
    ):
        (tmp_path / name).write_bytes(body)
    monkeypatch.setattr(stage, raised(kind))
    found = list(add(store, [tmp_path / f"{n}" for n in ("1.docx", "2.pdf", "3.html", "4.txt")]))
    assert len(found) == 4
    assert all(added.reason for added in found if added.status in ("failed", "refused"))
    assert any(added.status in ("failed", "refused") for added in found)
    list(reclean(store))
    assert records(store)[held.id] == held
    assert clean(html_page()).source_sha256


@pytest.mark.parametrize("name", ["root-is-no-document.docx", "no-body.docx"])
def test_word_files_without_a_body_are_refused(shared_case, name):
    report = clean(Page("file:///a.docx", shared_case(name)))
    assert "已损坏" in report.refused


@pytest.fixture
def shared_case():
    def read(name):
        from material.shared_material import SHARED

        path = SHARED / "data" / "cases" / name
        if not path.exists():
            pytest.skip("needs ../shared")
        return path.read_bytes()

    return read


def test_a_damaged_record_is_made_again_and_stops_nothing(store):
    held = take(store, html_page()).report
    (store.data / "reports" / f"{held.id}.json").write_bytes(b"{")
    assert take(store, html_page("https://other.example/b.html", zone="乙市高新技术产业开发区")).status == "added"
    list(reclean(store))
    assert records(store)[held.id] == held
