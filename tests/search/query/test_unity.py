"""What was typed as one thing is found as one, and no entry of a dictionary hides what stands
there."""

import pytest
from material.few_reports import report

from index.words.cut import domain_words
from search.request import Request

TEXTS = [
    "制定“八五”普法规划，做好“七五”普法总结",
    "实施「八五普法」规划",
    "下一年度的打算",
    "下列项目用于这一年度",
    "做到“两个维护”",
    "两个园区维护秩序",
    "推进“互联网＋监管”",
    "互联网用户2人，904户",
    "实行“1＋3”制度，1人带3人",
    "共2,904件，投入1.5万元",
    "投资3,270万元",
    "投资三千二百七十万元",
    "投资32,700,000元",
    "成立于一九五八年",
    "成立于1958年",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    reports = [report("texts", *TEXTS), report("words", *(f"关于{word}的说明" for word, _ in domain_words()))]
    return engine_on(tmp_path_factory.mktemp("index"), *reports)


# What holds it as one thing, and what holds its words only.
@pytest.mark.parametrize(
    ("typed", "whole", "apart"),
    [
        ("八五普法", TEXTS[1:2], TEXTS[:1]),
        ("七五普法", [], TEXTS[:1]),
        ("八五普法规划", [], TEXTS[:2]),
        ("下一年度", TEXTS[2:3], TEXTS[3:4]),
        ("两个维护", TEXTS[4:5], TEXTS[5:6]),
        ("互联网+", TEXTS[6:7], TEXTS[7:8]),
        ("互联网＋监管", TEXTS[6:7], []),
        ("1+3", TEXTS[8:9], []),
        ("2,904", TEXTS[9:10], TEXTS[7:8]),
        ("1.5万", TEXTS[9:10], []),
    ],
)
def test_what_is_one_thing_comes_first(engine, typed, whole, apart):
    answer = engine.search(Request(typed, limit=50))
    texts = [hit.snippet.text for hit in answer.hits if hit.report.endswith("texts")]
    assert (set(texts[: len(whole)]), set(texts[len(whole) :])) == (set(whole), set(apart))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3270万元", TEXTS[10:13]),
        ("3,270万元", TEXTS[10:13]),
        ("32700000元", TEXTS[10:13]),
        ("三千二百七十万元", TEXTS[10:13]),
        ("1958", TEXTS[13:15]),
        ("一九五八年", TEXTS[13:15]),
    ],
)
def test_found(engine, typed, found):
    hits = engine.search(Request(typed, limit=50)).hits
    assert {hit.snippet.text for hit in hits if hit.report.endswith("texts")} == set(found)


def test_every_word_of_the_dictionary_finds_itself(engine):
    missing = [word for word, _ in domain_words() if not engine.search(Request(word)).total.sections]
    assert missing == []
