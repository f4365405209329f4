"""What search, corpus and index say is said in English, too, and what they quote stays as it is and
says that it is Chinese."""

import re

import pytest

from corpus.receipt import WORDS
from corpus.saying import Saying, listed
from corpus.store.folder import Store
from corpus.wording.coded import SAYINGS, recorded, said
from search.errors import QueryError
from search.query.interpret import interpret
from search.query.read import parse
from web.app import create_app
from web.language.told import plainly, told

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def in_english(tmp_path):
    with create_app(tmp_path).test_request_context("/?lang=en"):
        yield


@pytest.mark.parametrize("saying", SAYINGS.values(), ids=SAYINGS)
def test_what_records_say_is_said_in_english(in_english, saying):
    english = plainly(saying)
    assert english
    assert not HAN.search(english)


def test_rules_of_cleaning_are_said_in_english(in_english):
    assert [name for name in WORDS.values() if HAN.search(plainly(name))] == []


def test_what_the_sample_says_of_itself_has_codes(sample):
    said = [fact.source for report in Store(sample).reports() for fact in report.provenance.values()]
    assert {str(each) for each in said if not recorded(each).code} == set()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "all sections"),
        ("行政复议", "行政复议"),
        ("标题", "标题"),  # typed, not said by us
        ("“行政复议”", "“行政复议”"),
        ("甲县 OR -“乙县”", "甲县 or without“乙县”"),
        ("a ~5 b", "“a” within 5 characters of “b”"),
        ("年份:2021..2023 部分:问题", "Year: 2021–2023 and Part: Problems"),
        ("title:审计", "Title contains “审计”"),
        ("52件", "52件 (or written 五十二件)"),
    ],
)
def test_queries_in_english(in_english, typed, said):
    assert plainly(interpret(parse(typed).node)).lower().replace(" ", "") == said.lower().replace(" ", "")


def test_what_is_quoted_says_so(in_english):
    assert told(parse("标题 -“a<b”").interpreted) == '<span lang="zh-Hans">标题</span> and without “a&lt;b”'


@pytest.mark.parametrize(
    "typed",
    [
        "甲 “",
        "甲”",
        "甲 AND",
        "OR 甲",
        "()",
        "a ~101 b",
        "a ~3 (b c)",
        "a ~2 b ~2 c",
        '""',
        '"*甲"',
        '"甲*乙*丙*丁"',
        "title:",
        "year:abc",
        'title:"甲*乙"',
        "甲" * 501,
        "甲 " * 33,
        "(" * 21 + "甲" + ")" * 21,
    ],
)
def test_errors_of_queries_in_english(in_english, typed):
    with pytest.raises(QueryError) as caught:
        parse(typed)
    said = plainly(caught.value.message)
    assert said != str(caught.value)
    assert not HAN.search(re.sub(r"“[^”]*”", "", said))


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        (said("short", n=12), "The text has only 12 Chinese characters, too few for a report."),
        (said("held_stays", reason=said("news")), "stays as it is"),
        (said("name_and_hints", source=said("title")), "(title)"),
        (said("robots_missing", reason=said("turned_down")), "refused"),
    ],
)
def test_sayings_in_sayings(in_english, sentence, english):
    assert english.lower() in plainly(sentence).lower()
    assert not HAN.search(plainly(sentence))


@pytest.mark.parametrize(
    ("sentence", "html"),
    [
        (said("other", title="甲"), '“<span lang="zh-Hans">甲</span>”'),
        (said("by_hand", words="只是封面"), '<span lang="zh-Hans">只是封面</span>'),
        # of an earlier version: the sentence as it was written; without values it is known
        (
            recorded("正文只有 12 个汉字，不成一份报告。"),
            '<span lang="zh-Hans">正文只有 12 个汉字，不成一份报告。</span>',
        ),
        (recorded("标题"), "Title"),
    ],
)
def test_what_is_not_ours_says_that_it_is_chinese(in_english, sentence, html):
    assert html in told(sentence)


def test_sayings_are_strings():
    saying = Saying("没有“%(name)s”。", name="甲")
    assert saying == "没有“甲”。"
    assert isinstance(saying, str)
    assert Saying("100%") == "100%"
    assert listed([]) == ""
