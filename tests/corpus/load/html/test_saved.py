"""Pages saved as one file by browsers of several makes, and sent by mail."""

import base64
import quopri

import pytest

from corpus.clean import clean
from corpus.errors import LoadError
from corpus.load.page import load
from corpus.records import Page

TITLE = "柳溪县2024年法治政府建设情况报告"
BODY = [
    "一、主要工作",
    "县政府常务会议学法四次，审查规范性文件十九件，废止六件，依法纠正违规行为三起。",
    "全年受理行政复议申请七十三件，审结六十八件，行政机关负责人出庭应诉率达到百分之百。",
    "二、存在的问题",
    "基层执法力量不足，个别单位对执法公示制度落实不够到位，需要在下一年度加以改进。",
]
PAGE = (
    f"<html><head><meta charset='utf-8'><title>{TITLE}-柳溪县人民政府</title>"
    f"<meta name='PubDate' content='2025-02-11'></head><body><div class='menu'><a href='/'>首页</a></div>"
    f"<h1>{TITLE}</h1><div id='zoom'>{''.join(f'<p>{text}</p>' for text in BODY)}</div></body></html>"
)
MENU = (
    "<html><head><title>柳溪县人民政府</title></head><body><a href='/'>首页</a><iframe src='1'></iframe></body></html>"
)
NOTICE = "<html><body><p>本站由柳溪县人民政府办公室主办。</p></body></html>"
ADDRESS = "https://www.example.gov.cn/xxgk/1.html"


def quoted(text, kind="text/html"):
    return kind, "quoted-printable", quopri.encodestring(text.encode())


def saved(*parts, opening="From: <Saved by Blink>", boundary="----Multipart--", end="\r\n", kind="multipart/related"):
    """A saved page of parts as (content type, encoding, bytes)."""
    head = [opening, f"Snapshot-Content-Location: {ADDRESS}", "Subject: =?utf-8?Q?report?=", "MIME-Version: 1.0"]
    head += [f'Content-Type: {kind}; type="text/html";', f'\tboundary="{boundary}"', "", ""]
    pieces = [end.join(head).encode()]
    for content, encoding, body in parts:
        lines = [f"--{boundary}", f"Content-Type: {content}", f"Content-Transfer-Encoding: {encoding}", "", ""]
        pieces += [end.join(lines).encode(), body, end.encode()]
    return b"".join([*pieces, f"--{boundary}--{end}".encode()])


def picture():
    return "image/png", "base64", base64.encodebytes(b"\x89PNG" + bytes(2_000))


INSIDE = saved(quoted("柳溪县报告见下。", "text/plain"), quoted(PAGE), boundary="inner", kind="multipart/alternative")
IN_GBK = PAGE.replace("utf-8", "gb2312").encode("gb18030")
PAGES = {
    "by a browser of today": saved(quoted(PAGE), picture()),
    "with the line ends of Unix": saved(quoted(PAGE), picture(), end="\n"),
    "by a browser of the 2000s": saved(
        ('text/html; charset="gb2312"', "base64", base64.encodebytes(IN_GBK)),
        opening="From: =?gb2312?B?08kgTWljcm9zb2Z0?=",
    ),
    "without saying its characters": saved(("text/html", "base64", base64.encodebytes(IN_GBK))),
    "as it came": saved(("text/html", "binary", PAGE.encode())),
    "whose report is in a frame": saved(quoted(MENU), quoted(NOTICE), quoted(PAGE), picture()),
    "in two forms, sent by mail": saved(
        ("multipart/alternative; boundary=inner", "7bit", INSIDE.partition(b"\r\n\r\n")[2])
    ),
    "cut off behind the text": saved(quoted(PAGE), picture())[:-1500],
    "as one part": f"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: {ADDRESS}\n\n{PAGE}".encode(),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_in_it_is_read(name):
    report = clean(Page("file:///saved.mhtml", PAGES[name]))
    assert report.refused is None
    assert (report.title, report.zone, report.year) == (TITLE, "柳溪县", 2024)
    assert [text for section in report.sections for text in section.text.split("\n")] == BODY
    assert report.published == "2025-02-11"
    assert report.url is None


def test_it_says_where_it_was_saved_from():
    loaded = load(Page("file:///saved.mhtml", PAGES["by a browser of today"]))
    assert (loaded.form, loaded.saved_from) == ("html", ADDRESS)


def test_the_place_of_the_site_is_evidence():
    page = saved(quoted(PAGE.replace("柳溪县", "本区"))).replace(b"www.example.gov.cn", b"www.shqp.gov.cn")
    assert clean(Page("file:///saved.mhtml", page)).city == "上海市"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (saved(picture()), "no-text"),
        (saved(quoted("<html><body></body></html>")), "no-text"),
        (saved(*[quoted(NOTICE), ("multipart/mixed; boundary=x", "7bit", b"")] * 30), "too-large"),
    ],
)
def test_what_holds_no_page_is_refused(body, code):
    with pytest.raises(LoadError) as error:
        load(Page("file:///saved.mhtml", body))
    assert error.value.code == code


def test_a_letter_in_a_report_is_text():
    text = "Content-Type: 政务公开\nMIME-Version: 1.0\n柳溪县报告正文第一段，办理行政复议案件五十二件。"
    assert load(Page("file:///a.txt", text.encode())).form == "text"
