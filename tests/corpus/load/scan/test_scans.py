"""Scans as files: read page by page where the extra is installed, refused with how to install it
where it is not."""

import random
import re

import pytest
from material.files_written import pdf
from material.scans_made import TEXTS, TITLE, needs_recognition, picture, scan, sheet

from benchmarks.scans_drawn import encoded
from corpus.clean import clean
from corpus.errors import Hindered, LoadError
from corpus.load.page import load
from corpus.load.scan import recognise as module
from corpus.load.scan.seen import LEGIBLE, Seen, Sheet
from corpus.records import Page

PLACE = re.compile(r"p\d+ x\d\.\d{3} y\d\.\d{3} w\d\.\d{3} h\d\.\d{3} c\d\.\d{3}")
PNG = b"\x89PNG\r\n\x1a\n"


def page(body):
    return Page("file:///scan", body)


def texts(report):
    return [text for section in report.sections for text in section.text.split("\n")]


@pytest.fixture
def recognition():
    needs_recognition()


@pytest.fixture
def told(monkeypatch):
    """Recognition that says what it is told to."""

    def tell(*sheets):
        monkeypatch.setattr(module, "can_recognise", lambda: True)
        monkeypatch.setattr(module, "_recognised", lambda body, wanted: sheets)

    return tell


@pytest.mark.parametrize("body", [PNG, b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*"])
def test_without_the_extra_it_says_what_to_install(monkeypatch, body):
    monkeypatch.setattr(module, "NEEDED", ("no_such_module",))
    with pytest.raises(Hindered, match=r"xunzhang\[ocr\]") as error:
        load(page(body))
    assert error.value.code == "ocr_missing"


def test_the_receipt_keeps_page_place_and_confidence(told):
    told(sheet(), sheet(texts=["四、其他需要报告的事项", "无其他需要报告的事项，特此报告。"], page=1, confidence=0.95))
    report = clean(page(PNG))
    assert report.refused is None
    assert report.title == TITLE
    assert texts(report)[: len(TEXTS)] == list(TEXTS)
    read = [trace for trace in report.receipt if trace.rule == "recognised"]
    assert all(PLACE.fullmatch(trace.what) for trace in read)
    assert [trace.what[:2] for trace in read][-1] == "p2"
    assert "".join(trace.became for trace in read[:2]) == TITLE + TEXTS[0]
    assert 0.98 < report.scan < 0.99
    assert report.from_dict(report.to_dict()) == report


def test_a_report_that_was_not_recognised_has_no_confidence():
    text = "\n".join((TITLE, *TEXTS))
    report = clean(page(text.encode()))
    assert report.scan is None
    older = {name: value for name, value in report.to_dict().items() if name != "scan"}
    assert report.from_dict(older) == report


def test_pages_without_a_word_are_refused(told):
    told(sheet(texts=[]))
    with pytest.raises(LoadError, match="没有认出文字") as error:
        load(page(PNG))
    assert error.value.code == "no-text"


@pytest.mark.parametrize(
    ("form", "how"), [("PNG", {}), ("JPEG", {"tilt": 1.5, "noise": 10}), ("TIFF", {"stamp": True})]
)
def test_a_picture_is_read(recognition, form, how):
    report = clean(page(scan(form, **how)))
    assert report.refused is None
    assert report.title == TITLE
    assert texts(report) == list(TEXTS)
    assert report.scan > 0.98


def test_a_picture_that_lies_on_its_side_or_head_is_read(recognition):
    for turn in (90, 180):
        body = encoded([picture().rotate(turn, expand=True, fillcolor=255)], "PNG")
        assert [line.text for line in load(page(body)).lines] == [TITLE, *TEXTS]


def test_a_tiff_of_many_pages_is_read_page_by_page(recognition):
    pages, seen = [picture(texts=TEXTS[:3]), picture(title="（续）", texts=TEXTS[3:])], []
    with module.watched(lambda done, total: seen.append((done, total))):
        loaded = load(page(encoded(pages, "TIFF")))
    assert seen == [(0, 2), (1, 2)]
    assert {trace.what[:2] for trace in loaded.receipt if trace.rule == "recognised"} == {"p1", "p2"}
    assert [line.text for line in loaded.lines] == [TITLE, *TEXTS[:3], "（续）", *TEXTS[3:]]


def test_of_a_mixed_pdf_only_pages_without_text_are_recognised(recognition, monkeypatch):
    pypdfium2 = pytest.importorskip("pypdfium2", reason="the extra `files` is not installed")
    pytest.importorskip("reportlab", reason="reportlab writes the PDF files of these tests")
    import io

    both, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for body in (pdf(), encoded([picture()], "PDF", 110)):
        both.import_pages(pypdfium2.PdfDocument(body))
    both.save(buffer)
    loaded = load(page(buffer.getvalue()))
    read = {trace.what.split()[0] for trace in loaded.receipt if trace.rule == "recognised"}
    assert read == {f"p{len(both)}"}
    assert [line.text for line in loaded.lines][-len(TEXTS) :] == list(TEXTS)


def test_a_damaged_picture_says_so(recognition):
    for body in (PNG + b"x" * 100, scan()[:60]):
        with pytest.raises(LoadError):
            load(page(body))


@pytest.mark.parametrize(("limit", "command", "word"), [(0.01, None, "时间太长"), (60.0, ["false"], "出了故障")])
def test_a_process_that_hangs_or_dies_is_ended(monkeypatch, limit, command, word):
    monkeypatch.setattr(module, "can_recognise", lambda: True)
    monkeypatch.setattr(module, "LONGEST_PAGE", limit)
    monkeypatch.setattr(module, "python_for", lambda _: command or ["sleep", "30"])
    with pytest.raises(Hindered, match=word):
        load(page(PNG + word.encode()))


def test_no_place_on_a_sheet_is_taken_for_a_number_of_a_person(told):
    chance = random.Random(5)

    def place():
        left, top = chance.randrange(600), chance.randrange(1000)
        return ((left, top), (left + chance.randrange(20, 150), top), (left + 150, top + 20), (left, top + 20))

    pieces = tuple(Seen("全年办结行政复议案件", chance.uniform(LEGIBLE, 1), place()) for _ in range(400))
    told(Sheet(0, 760.0, 1100.0, 0.75, pieces))
    read = [trace for trace in clean(page(PNG)).receipt if trace.rule == "recognised"]
    assert len(read) == 400
    assert len(read) == 400
    assert all(PLACE.fullmatch(trace.what) for trace in read)
