"""Word files: paragraphs with their numbers, rows of tables; bombs and broken files named."""

import io
import tracemalloc
import zipfile

import pytest
from material.files_written import damaged, paragraphs, with_part, word

from corpus.clean import clean
from corpus.errors import LoadError
from corpus.load.page import load
from corpus.load.word.document import MAIN, load_word
from corpus.records import Page

pytest.importorskip("docx", reason="the extra `files` is not installed")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = f"<w:document {W}><w:body>"
CLOSE = "</w:body></w:document>"


def page(body):
    return Page("file:///report.docx", body)


def lines(body):
    return [line.text for line in load(page(body)).lines]


def plain(document):
    title, texts = paragraphs()
    for text in (title, *texts):
        document.add_paragraph(text)


@pytest.fixture(scope="module")
def typed():
    return word(plain)


def body_of(typed, xml):
    """The same file with other XML between its body tags."""
    return with_part(typed, MAIN, f"{OPEN}{xml}{CLOSE}")


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_typed_report_gives_its_paragraphs_back(typed):
    title, texts = paragraphs()
    report = clean(page(typed))
    assert report.title == title
    assert "\n".join(section.text for section in report.sections) == "\n".join(texts)


def test_tables_become_rows_in_their_place():
    def fill(document):
        document.add_paragraph("上表")
        table = document.add_table(2, 3)
        for row, cells in enumerate((("事项", "2022年", "2023年"), ("办结 件数", "41", "52"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        boxed = document.add_table(1, 1).cell(0, 0)
        boxed.text = "框内一段"
        document.add_paragraph("下文")

    expected = ["上表", "事项\t2022年\t2023年", "办结件数\t41\t52", "框内一段", "下文"]
    assert [line for line in lines(word(fill)) if line] == expected


PARAGRAPHS = [
    (run("一、") + run("总体情况"), ["一、总体情况"]),
    (f"<w:ins>{run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>{run('留')}", ["增留"]),
    (f"<w:hyperlink>{run('条例')}</w:hyperlink><w:smartTag>{run('第五条')}</w:smartTag>", ["条例第五条"]),
    (f"{run('上')}<w:r><w:br/></w:r>{run('下')}<w:r><w:tab/></w:r>{run('右')}", ["上", "下\t右"]),
    (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", ["控件"]),
    (f"<w:r><w:txbxContent><w:p>{run('框')}</w:p></w:txbxContent></w:r>{run('外')}", ["外", "框"]),
]


@pytest.mark.parametrize(("inner", "expected"), PARAGRAPHS)
def test_the_text_as_it_reads_now(typed, inner, expected):
    assert lines(body_of(typed, f"<w:p>{inner}</w:p>")) == expected


def test_a_table_of_contents_is_left_out_and_named(typed):
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent><w:p>{run('一、总体情况 3')}</w:p></w:sdtContent></w:sdt>"
    loaded = load(page(body_of(typed, f"{contents}<w:p>{run('一、总体情况')}</w:p>")))
    assert [line.text for line in loaded.lines] == ["一、总体情况"]
    assert [trace.rule for trace in loaded.receipt] == ["table of contents"]


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="9">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>"""


def test_numbers_that_word_counts_are_written_out(typed):
    def item(level, text):
        numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr></w:pPr>'
        return f"<w:p>{numbered}{run(text)}</w:p>"

    levels = [0, 1, 2, 2, 1, 0, 1, 2, 3]
    xml = "".join(item(level, f"项{at}") for at, level in enumerate(levels)) + f"<w:p>{run('段')}</w:p>"
    base = word(lambda document: document.add_paragraph("x", style="List Number"))
    body = with_part(body_of(base, xml), "word/numbering.xml", NUMBERING)
    expected = ["一、项0", "（一）项1", "1.项2", "2.项3", "（二）项4", "二、项5", "（一）项6", "1.项7", "项8", "段"]
    assert lines(body) == expected


def bomb(parts, size):
    """A small archive that says it unpacks to parts × size bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, "<x/>")
        for number in range(parts):
            archive.writestr(f"word/media/{number}.png", b"\0" * size)
    return buffer.getvalue()


def archive(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<!DOCTYPE x [<!ENTITY l0 "哈">{LAUGHS}]>{OPEN}<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>{CLOSE}'
OUTSIDE = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>{OPEN}<w:p><w:r><w:t>&f;</w:t></w:r></w:p>{CLOSE}'


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda typed: bomb(30, 8 * 1024 * 1024), "too-large", marks=pytest.mark.slow),
        (lambda typed: with_part(typed, MAIN, " " * (25 * 1024 * 1024)), "too-large"),
        pytest.param(
            lambda typed: archive(**{f"p{n}": "" for n in range(5001)}, **{MAIN: "<x/>"}),
            "too-large",
            marks=pytest.mark.slow,
        ),
        (lambda typed: archive(tabelle="x"), "unsupported"),
        (lambda typed: archive(**{MAIN: "<x/>"}), "damaged"),
        (lambda typed: with_part(typed, MAIN, "<w:document>"), "damaged"),
        (lambda typed: with_part(typed, "[Content_Types].xml", "<x/>"), "damaged"),
        (lambda typed: typed[:3000], "damaged"),
        (lambda typed: b"PK\3\4" + b"\0" * 500, "damaged"),
        (lambda typed: body_of(typed, ""), "no-text"),
        (lambda typed: with_part(typed, MAIN, ENTITIES), "damaged"),
        (lambda typed: with_part(typed, MAIN, OUTSIDE), "no-text"),
        (lambda typed: body_of(typed, "<w:sdt>" * 5000 + "</w:sdt>" * 5000), "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(typed, make, code):
    body = make(typed)
    tracemalloc.start()
    with pytest.raises(LoadError) as error:
        load(page(body))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.value.code == code
    assert peak < 100 * 1024 * 1024


def test_a_file_of_too_many_lines(typed, monkeypatch):
    monkeypatch.setattr("corpus.load.word.document.MOST_LINES", 5)
    with pytest.raises(LoadError, match="太大"):
        load(page(typed))


def test_without_the_extra_it_says_what_to_install(typed, monkeypatch):
    monkeypatch.setattr("corpus.load.word.document.find_spec", lambda _: None)
    with pytest.raises(LoadError, match=r"xunzhang\[files\]"):
        load_word(page(typed))


def test_damaged_files_do_no_harm(typed):
    for body in damaged(typed, 60):
        report = clean(page(body))
        assert report.sections or report.refused
