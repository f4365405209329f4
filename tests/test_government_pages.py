"""Reports in the layouts of publishing systems: the body's paragraphs come out, the title, and nothing of the site."""

import re

import pytest
from government_pages import DOCUMENTS, LAYOUTS

from corpus.load import load
from corpus.records import Page
from corpus.repair import repair
from corpus.strip import strip

# What a letter has at its end besides signature and date.
CLOSING = re.compile("印发|抄送|公开发布|附件|统计表")


def bare(text):
    return re.sub(r"\s", "", text or "")


def cleaned(source, charset=None):
    charset = charset or ("gb18030" if "charset=gb2312" in source else "utf-8")
    stripped = strip(load(Page("https://www.example.gov.cn/art/1.html", source.encode(charset))))
    return stripped, repair(stripped)[0]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_layouts(name, layout):
    document = DOCUMENTS[name]
    stripped, paragraphs = cleaned(LAYOUTS[layout](document))
    assert list(map(bare, paragraphs)) == list(map(bare, document.body))
    assert bare(stripped.title) == bare(document.title)
    assert stripped.refused is None
    assert set(document.back) <= set(stripped.back)
    assert [line for line in stripped.back if line not in document.back and not CLOSING.search(line)] == []
