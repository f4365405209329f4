"""What search, corpus and index say is said in English, too, and what they quote stays as it is and
says that it is Chinese."""

import ast
import re

import pytest
from material.checkout import ROOT

from corpus.receipt import WORDS
from corpus.saying import Saying, listed
from corpus.store.folder import Store
from search.errors import QueryError
from search.query.interpret import interpret
from search.query.read import parse
from web.app import create_app
from web.language.told import plainly, told
from web.language.wording import known

HAN = re.compile(r"[\u4e00-\u9fff]")
# What these say is only said by the command.
FOR_THE_COMMAND = {"corrections.py", "run.py", "sources.py"}
SPEAKING = [
    path
    for folder in ("corpus", "index")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name not in FOR_THE_COMMAND and path.parent.name != "sample"
]


@pytest.fixture
def in_english(tmp_path):
    with create_app(tmp_path).test_request_context("/?lang=en"):
        yield


def sentences(path):
    """The whole sentences in a module, something in place of each value."""
    inner = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if id(node) in inner or not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        inner.update(map(id, parts))
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)
        if HAN.search(text) and text.endswith("。") and not re.search(r"[\[(]\?|\\", text):
            yield text


def test_sentences_of_the_corpus_are_known():
    found = {sentence: path.name for path in SPEAKING for sentence in sentences(path)}
    assert len(found) > 50
    assert {sentence: name for sentence, name in found.items() if known(sentence) is None} == {}


def test_rules_of_cleaning_are_known():
    assert [name for name in WORDS.values() if known(name) is None] == []


def evidence(path):
    """What a module names as evidence: short Chinese beside how sure it is."""
    for node in ast.walk(ast.parse(path.read_text())):
        parts = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
        values = [part.value for part in parts if isinstance(part, ast.Constant)]
        if any(isinstance(value, float) for value in values):
            yield from (value for value in values if isinstance(value, str) and HAN.search(value))


def test_evidence_is_known():
    found = {each: path.name for path in sorted((ROOT / "corpus").rglob("*.py")) for each in evidence(path)}
    assert len(found) > 20
    assert {each: name for each, name in found.items() if known(each) is None} == {}


def test_what_the_sample_says_of_itself_is_known(sample):
    said = {fact.source for report in Store(sample).reports() for fact in report.provenance.values()}
    assert {each for each in said if known(each) is None} == set()


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
    ("sentence", "said"),
    [
        ("正文只有 12 个汉字，不成一份报告。", "The text has only 12 Chinese characters, too few for a report."),
        ("这是关于报告的新闻，不是报告本身。原来收录的报告保持不变。", "stays as it is"),
        ("机构名称和页面线索（标题）", "(title)"),
        ("取不到 robots.txt（连接被拒绝），因此不抓取。", "refused"),
    ],
)
def test_sentences_are_known_again(in_english, sentence, said):
    assert said.lower() in plainly(known(sentence)).lower()
    assert not HAN.search(plainly(known(sentence)))


def test_sayings_are_strings():
    saying = Saying("没有“%(name)s”。", name="甲")
    assert saying == "没有“甲”。"
    assert isinstance(saying, str)
    assert Saying("100%") == "100%"
    assert listed([]) == ""
