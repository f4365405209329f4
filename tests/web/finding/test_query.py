"""The query that a form writes, and that it means what the fields say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.few_reports import report
from material.site_corpus import site

from search.request import Request
from web.finding.query import Wanted, query_of, quoted, words


@pytest.mark.parametrize(
    ("fields", "query"),
    [
        ({}, ""),
        ({"all": "行政复议 办结"}, "行政复议 办结"),
        ({"all": "12件 3.5% 80％"}, '12件 3.5% "80％"'),
        ({"exact": "应出庭 尽出庭"}, '"应出庭 尽出庭"'),
        ({"exact": "“应出庭”"}, '"应出庭"'),
        ({"any": "调解 和解"}, "(调解 OR 和解)"),
        ({"any": "调解"}, "调解"),
        ({"none": "信访 “来 访”"}, '-信访 -"来 访"'),
        ({"near": "复议", "beside": "办结率"}, "复议 ~10 办结率"),
        ({"near": "复议", "beside": "办结 率", "within": 0}, '复议 ~0 "办结 率"'),
        ({"near": "复议"}, "复议"),
        ({"title": "年度", "heading": "审计"}, "标题:年度 小标题:审计"),
        ({"all": "OR not A|B 第(一)项 -x 标题:甲 ~5"}, '"OR" "not" "A|B" "第(一)项" "-x" "标题:甲" "~5"'),
        (
            {"all": "甲", "exact": "乙", "any": "丙 丁", "title": "戊", "none": "己"},
            '甲 "乙" (丙 OR 丁) 标题:戊 -己',
        ),
    ],
)
def test_fields_become_a_query(fields, query):
    assert query_of(Wanted(**fields)) == query


TEXTS = (
    "审计整改。行政复议案件办结。",
    "审计。行政复议、调解、和解。",
    "信访与审计。调解",
    'A|B 第(一)项 5*3 他说"好" C:\\路径。',
    "OR 是一个词，not 也是。",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    made = [report("one", *TEXTS)]
    return site(tmp_path_factory.mktemp("data"), made).extensions["xunzhang"].engine


def found(engine, wanted):
    """Which of the texts a form finds."""
    hits = engine.search(Request(q=query_of(wanted), limit=50)).hits
    sections = {hit.section for hit in hits}
    order = sorted(hit.section for hit in engine.search(Request(limit=50)).hits)
    return [place for place, section in enumerate(order) if section in sections]


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"all": "审计 调解"}, lambda text: "审计" in text and "调解" in text),
        ({"exact": "审计整改"}, lambda text: "审计整改" in text),
        ({"any": "和解 整改"}, lambda text: "和解" in text or "整改" in text),
        ({"all": "审计", "none": "信访 整改"}, lambda t: "审计" in t and "信访" not in t and "整改" not in t),
        ({"exact": "A|B"}, lambda text: "A|B" in text),
        ({"exact": "5*3"}, lambda text: "5*3" in text),
        ({"all": "第(一)项"}, lambda text: "第(一)项" in text),
        ({"all": "not"}, lambda text: "not" in text),
        ({"near": "复议", "beside": "办结", "within": 5}, lambda text: "复议案件办结" in text),
    ],
)
def test_it_finds_what_the_fields_say(engine, fields, holds):
    assert found(engine, Wanted(**fields)) == [place for place, text in enumerate(TEXTS) if holds(text)]


@given(st.text(alphabet='甲乙 "“”\\*()-~:|ORNTand5', min_size=1, max_size=12))
def test_whatever_is_typed_can_be_read(typed):
    """A word that holds a letter or a figure makes a query without an error; every piece is a word
    or a phrase."""
    from search.errors import QueryError
    from search.query.read import parse

    for word in words(typed):
        try:
            parse(word)
        except QueryError:
            assert not any(character.isalnum() for character in word), (typed, word)
    if any(character.isalnum() for character in typed):
        assert parse(quoted(typed)).node is not None
