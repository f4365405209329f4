"""PDF files: their text layer as paragraphs, and one clear sentence for every file that has
none."""

import pytest
from material.files_written import PER_PAGE, damaged, paragraphs, pdf, scan, two_columns
from material.shared_material import DATA, needs_data

from corpus.clean import clean
from corpus.errors import Hindered, LoadError
from corpus.load.page import load
from corpus.load.pdf import load_pdf
from corpus.records import Page

pytest.importorskip("pypdfium2", reason="the extra `files` is not installed")
pytest.importorskip("reportlab", reason="reportlab writes the PDF files of these tests")


def page(body):
    return Page("file:///report.pdf", body)


@pytest.fixture(scope="module")
def printed():
    return pdf(radicals=True)


def test_a_printed_report_gives_its_paragraphs_back(printed):
    title, texts = paragraphs()
    report = clean(page(printed))
    assert report.refused is None
    assert report.title == title
    assert "\n".join(section.text for section in report.sections) == "\n".join(texts)


def test_what_belongs_to_the_sheet_is_gone_and_named(printed):
    loaded = load(page(printed))
    assert loaded.form == "text"
    assert not any("文件" in line.text or "—" in line.text for line in loaded.lines)
    rules = [trace.rule for trace in loaded.receipt]
    assert rules.count("running head") == rules.count("page number") == 4


def test_radicals_become_characters(printed):
    text = "".join(line.text for line in load(page(printed)).lines)
    assert "主要举措" in text
    assert "工作" in text
    assert "⼯" not in text


def test_figures_in_the_text_are_no_page_numbers():
    texts = ["全年办结行政复议案件共计五十二件，按期办结率为百分之百，比上年提高", "12", "个百分点。"]
    lines = [line.text for line in load(page(pdf(title="报告", texts=texts, numbered=False))).lines]
    assert any(line.strip() == "12" for line in lines)


def test_a_line_at_the_edge_of_two_pages_is_no_running_head():
    texts = [*(["全面推进依法行政。"] + ["持续优化法治化营商环境。"] * (PER_PAGE - 1)) * 2, "到此为止。"]
    loaded = load(page(pdf(title=texts[0], texts=texts[1:], head=None)))
    assert sum("全面推进" in line.text for line in loaded.lines) == 2


REFUSED = [
    (lambda: pdf(password="geheim"), "encrypted", "密码"),
    (lambda: b"%PDF-1.7\n%%EOF", "damaged", "损坏"),
    (lambda: pdf()[:2000], "damaged", "损坏"),
    (lambda: pdf(title="", texts=[""], head=None, numbered=False), "no-text", "没有文字"),
    (lambda: pdf(title="报告", texts=["\ue001\ue002\ue003" * 9] * 9, head=None), "garbled", "乱码"),
    (scan, "ocr_missing", "扫描"),
]


@pytest.mark.parametrize(("make", "code", "word"), REFUSED, ids=[code for _, code, _ in REFUSED])
def test_what_cannot_be_read_says_why(make, code, word, monkeypatch):
    monkeypatch.setattr("corpus.load.scan.recognise.NEEDED", ("no_such_module",))
    with pytest.raises(LoadError, match=word) as error:
        load(page(make()))
    assert error.value.code == code


def test_without_the_extra_it_says_what_to_install(printed, monkeypatch):
    monkeypatch.setattr("corpus.load.pdf.find_spec", lambda _: None)
    with pytest.raises(Hindered, match=r"xunzhang\[files\]"):
        load_pdf(page(printed))


def test_a_reader_that_hangs_is_ended(printed, monkeypatch):
    monkeypatch.setattr("corpus.load.pdf.LONGEST_READING", 0.01)
    with pytest.raises(Hindered, match="时间太长"):
        load_pdf(page(printed))


@pytest.mark.slow
def test_damaged_files_do_no_harm(printed):
    for body in damaged(printed, 12):
        report = clean(page(body))
        assert report.sections or report.refused


@pytest.mark.parametrize("by_rows", [False, True])
def test_two_columns_are_read_one_after_the_other(by_rows):
    title, texts = paragraphs()
    loaded = load(page(two_columns(title, texts * 3, by_rows=by_rows)))
    assert [line.text for line in loaded.lines] == [title, *texts * 3]


@needs_data
@pytest.mark.parametrize("name", ["pdf7-small-table-type.pdf", "pdf8-few-rows.pdf"])
def test_small_rows_do_not_cut_the_prose(name):
    report = clean(page((DATA / "cases" / name).read_bytes()))
    texts = [text for section in report.sections for text in section.text.split("\n")]
    rows = [text for text in texts if "\t" in text]
    assert len(texts) - len(rows) == 8
    assert all(text.endswith("。") or section_like(text) for text in texts if text not in rows)
    assert {len(row.split("\t")) for row in rows} == {7}
    assert not any("办理结果" in (section.heading or "") for section in report.sections)


def section_like(text):
    return len(text) < 20 and "、" in text[:2]
