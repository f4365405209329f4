"""Reports in the layouts of publishing systems: the body's paragraphs come out, the title, and
nothing of the site."""

import html
import re

import pytest
from material.government_pages import DOCUMENTS, LAYOUTS, NO_REPORTS, flattened

from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

# What a letter has at its end besides signature and date.
CLOSING = re.compile("印发|抄送|公开发布|附件|统计表")


def latin(text, name):
    """As a program writes it that takes the bytes for Latin letters."""
    return text.encode("utf-8").decode(name, "ignore").encode("utf-8")


HEAD, TAIL = LAYOUTS["trs"](DOCUMENTS["law"]).split('<div class="crumbs">')
MIDDLE, FOOT = TAIL.split('<div class="xl-fj">')
WRITTEN = {
    "GB18030 that says UTF-8": (HEAD + TAIL).encode("gb18030"),
    "UTF-8 that says GB2312": (HEAD + TAIL).replace("charset=utf-8", "charset=gb2312").encode("utf-8"),
    "a header in GB18030 over UTF-8": HEAD.encode("gb18030") + b"\n" + TAIL.encode("utf-8"),
    "a footer in GB18030 under UTF-8": (HEAD + MIDDLE).encode("utf-8") + b"\n" + FOOT.encode("gb18030"),
    "a header in UTF-8 over GB18030": HEAD.encode("utf-8") + TAIL.encode("gb18030"),
    "taken for Latin-1": latin(HEAD + TAIL, "latin-1"),
    "escaped twice": f"<html><body><div>{html.escape(TAIL)}</div></body></html>".encode(),
    "UTF-16": (HEAD + TAIL).encode("utf-16"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_encodings(name):
    stripped = strip(load(Page("https://www.example.gov.cn/art/1.html", WRITTEN[name])))
    assert list(map(bare, stripped.body)) == list(map(bare, DOCUMENTS["law"].body))


def bare(text):
    return re.sub(r"\s", "", text or "")


def cleaned(source, charset=None, ending="html"):
    charset = charset or ("gb18030" if "charset=gb2312" in source else "utf-8")
    stripped = strip(load(Page(f"https://www.example.gov.cn/art/1.{ending}", source.encode(charset))))
    return stripped, repair(stripped)[0]


def holds(document, stripped, paragraphs):
    assert list(map(bare, paragraphs)) == list(map(bare, document.body))
    assert bare(stripped.title) == bare(document.title)
    assert why_refused(stripped) is None
    assert set(document.back) <= set(stripped.back)
    assert [line for line in stripped.back if line not in document.back and not CLOSING.search(line)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_layouts(name, layout):
    document = DOCUMENTS[name]
    holds(document, *cleaned(LAYOUTS[layout](document)))


# Without markup nothing tells a slogan in a sentence's form, another document under the report,
# hidden text, letters one by one.
UNTOLD = {"hero", "two_documents", "hidden_by_script", "letters"}
# A node a line breaks sentences, which only some texts allow to be undone; marks tell a second copy
# of the headings from a list.
FORMS = {
    "blocks": ({}, UNTOLD),
    "nodes": ({"nodes": True}, UNTOLD | {"fonts", "word", "wps", "rows"}),
    "marks": ({"marked": True}, UNTOLD | {"tabs"}),
}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_flattened_layouts(name, form):
    document, (how, untold) = DOCUMENTS[name], FORMS[form]
    for layout, made in LAYOUTS.items():
        if layout not in untold:
            holds(document, *cleaned(flattened(made(document), **how), ending="txt"))


@pytest.mark.parametrize("name", NO_REPORTS)
def test_what_is_no_report(name):
    assert why_refused(cleaned(NO_REPORTS[name])[0])
    assert why_refused(cleaned(flattened(NO_REPORTS[name]), ending="txt")[0])
