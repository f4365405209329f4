"""Loading: encodings, HTML to lines, and a clear sentence for everything that is no page."""

import contextlib
import random
import time

import pytest

from corpus.load.page import LoadError, load
from corpus.records import Page

TEXT = "东湖县二〇二三年法治政府建设情况报告。我们坚持依法行政，办理行政复议案件五十二件。"


def page(body, address="https://www.example.gov.cn/1.html", content_type=None):
    return Page(address, body if isinstance(body, bytes) else body.encode("utf-8"), content_type)


def texts(body, **more):
    return [line.text for line in load(page(body, **more)).lines]


@pytest.mark.parametrize(
    ("body", "code", "word"),
    [
        (b"", "empty", "空"),
        (b" \n\t ", "empty", "空"),
        (b"\xef\xbb\xbf", "empty", "空"),
        (b"%PDF-1.4 ...", "damaged", "PDF"),
        (b"PK\x03\x04....", "damaged", "压缩包"),
        (b"\xd0\xcf\x11\xe0....", "unsupported", "DOC"),
        (bytes(range(32)) * 40, "binary", "二进制"),
        (b"a" * (20 * 1024 * 1024 + 1), "too-large", "20 MB"),
        (b"\x81\xff\xfe\x80\xf0\xff" * 300, "undecodable", "编码"),
        (b"<html><body><script>var a = 1</script></body></html>", "no-text", "没有文字"),
    ],
)
def test_what_cannot_be_read_says_why(body, code, word):
    with pytest.raises(LoadError) as error:
        load(page(body))
    assert error.value.code == code
    assert word in str(error.value)
    assert str(error.value).endswith("。")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-8")[:-1], "utf-8"),  # cut inside the last character
    ],
)
def test_encodings(body, encoding):
    loaded = load(page(body, "file:///a.txt"))
    assert loaded.encoding == encoding
    assert loaded.lines[0].text[:30] == TEXT[:30]


def test_gb2312_is_read_as_its_superset():
    body = '<html><head><meta charset="gb2312"></head><body><p>兆鋆新材，二〇二一年镕㎡</p></body></html>'.encode(
        "gb18030"
    )
    assert texts(body) == ["兆鋆新材，二〇二一年镕㎡"]


def test_big5_is_recognised_without_a_label():
    text = "本局依法行政，推動法治政府建設，辦理行政複議案件五十二件，成效明顯。"
    assert texts(text.encode("big5"), address="file:///a.txt") == [text]


def test_controls_and_lone_surrogates_go():
    body = "一\x00二\x07三\x0b四。\x0c".encode() + b"\xed\xa0\x80" + (TEXT * 10).encode()
    assert texts(body, address="file:///a.txt") == ["一二三四。" + TEXT * 10]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>2015<font>年，增长</font><span>9.3</span>％</p>", ["2015年，增长9.3％"]),  # inline nodes join
        ("<p>认\n  真履行</p>", ["认真履行"]),  # a break in the source is none in Chinese
        ("<p>GDP\n2015</p>", ["GDP 2015"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<div>甲</html></body><p>乙</p></div>", ["甲", "乙"]),  # stray end tags
        ('<p>甲</p><div style="display: none">乙</div><div hidden>丙</div>丁', ["甲", "丁"]),
        ("<table><tr><td>名称</td><td>产量</td></tr><tr><td>酒</td><td>15</td></tr></table>", ["名称\t产量", "酒\t15"]),
        (
            "<table><tr><td><table><tr><td>导航</td></tr></table></td><td><p>正文一</p><p>正文二</p></td></tr></table>",
            ["导航", "正文一", "正文二"],
        ),
        ("<p>《<2021年度考核办法>通知》</p><p></p>", ["《<2021年度考核办法>通知》"]),  # no tag begins with a digit
        ("<p>甲&nbsp;乙&amp;丙</p><textarea>丁</textarea>", ["甲\xa0乙&丙"]),
    ],
)
def test_html_to_lines(html, lines):
    assert texts("<html><body>" + html) == lines


def test_links_containers_and_meta():
    html = '<html><head><title> 报告 -  网站 </title><meta name="ArticleTitle" content="报告"><meta name="PubDate" content=""></head>'
    html += '<body><div id="zoom" class="a b"><p>见<a href="x">附件全文</a></p></div></body></html>'
    loaded = load(page(html))
    line = loaded.lines[0]
    assert (line.text, line.tag, line.linked) == ("见附件全文", "p", 0.8)
    assert line.path[-2:] == ("div#zoom.a.b", "p")
    assert dict(loaded.meta) == {"articletitle": "报告"}
    assert loaded.title_tag == "报告 - 网站"


def test_text_that_quotes_angle_brackets_is_text():
    body = "关于分解<2021年度考核办法>任务的通知。\n第二行"
    assert load(page(body, "file:///a.txt")).form == "text"
    assert texts(body, address="file:///a.txt") == body.split("\n")


def damaged():
    numbers = random.Random(7)
    sound = (
        "<html><body>"
        + "<div class='a'><p>依法行政，成效明显。</p><table><tr><td>一</td><td>二</td></tr></table></div>" * 20
    )
    for _ in range(60):
        body = bytearray(sound.encode())
        for _ in range(20):
            body[numbers.randrange(len(body))] = numbers.randrange(256)
        yield bytes(body[: numbers.randrange(1, len(body))])
    yield ("<div>" * 10_000 + "正文" + "</div>" * 10_000).encode()
    yield ("<b><table><tr><td>" * 3_000 + "正文").encode()
    yield ('<p class="' + "x" * 1_000_000 + '">正文</p>').encode()
    yield ("<p>" + " " * 500_000 + "\n" * 500_000 + "正文</p>").encode()
    yield ("<!--" * 20_000 + "正文").encode()
    yield ("<script>" * 20_000 + "正文").encode()
    yield ("<p>" + "&lt;" * 100_000 + "正文").encode()


def test_damaged_pages_neither_crash_nor_hang():
    started = time.process_time()
    for body in damaged():
        with contextlib.suppress(LoadError):
            load(page(body))
    assert time.process_time() - started < 20
