"""What comes first, and in which order the rest."""

import random

import pytest
from material import plain_scan
from material.few_reports import report

from search.loops import chosen
from search.match import lookup
from search.match.spans import looked_for
from search.query.read import parse
from search.rank import best
from search.request import Request
from search.show.snippet import snippet

FILLER = "全区各部门按照要求推进各项工作并取得新的进展" * 3


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
    return engine_on(
        tmp_path_factory.mktemp("index"),
        report(
            "r1",
            ("一、", "审计", f"一、审计\n{FILLER}审计。"),
            f"审计。{FILLER}{FILLER}",
            f"审计。{FILLER}",
            zone="乙区",
        ),
        report("r2", f"管理和服务。{FILLER}", f"制作和服一套。{FILLER}", zone="丙区"),
        report("r3", f"听证后告知，再复查。{FILLER}", f"告知听证再复查。{FILLER}", zone="丁区"),
        report("r4", f"园区信访。{FILLER}", zone="云岭区"),
        report("r5", f"园区信访。{FILLER}", zone="云山区", year=2020),
        report("r6", "无关", "无关", zone="甲区", year=2020),
        report("r7", "无关", zone="甲区", year=None),
        report("r8", "无关", zone=None, title="年度报告", year=2022),
        report(
            "r10", ("一、", "调研", "一、调研。"), ("二、", "评估", f"二、评估\n先调研后调研。{FILLER}"), zone="戊区"
        ),
        report("r9", "无关", zone="乙区", year=2022),
    )


def order(engine, typed, **rest):
    return [f"{hit.report.lstrip('0')}/{hit.section}" for hit in engine.search(Request(typed, **rest)).hits]


def test_heading_first_then_the_shorter(engine):
    assert order(engine, "审计") == ["r1/0", "r1/2", "r1/1"]


def test_words_before_accidents(engine):
    assert order(engine, '"和服"') == ["r2/1", "r2/0"]


def test_a_heading_without_a_text_of_its_own_comes_last(engine):
    assert order(engine, "调研") == ["r10/1", "r10/0"]


def test_an_unbroken_run_before_scattered_words(engine):
    assert order(engine, "告知听证") == ["r3/1", "r3/0"]
    total = engine.search(Request("告知听证")).total
    assert (total.sections, total.exact) == (2, 1)


def test_a_word_may_stand_in_the_zone_if_another_stands_in_the_text(engine):
    assert order(engine, "云岭 信访") == ["r4/0"]
    assert order(engine, "“云岭” 信访") == []


def test_reports_are_named_where_no_section_matches(engine):
    answer = engine.search(Request("云岭 法治政府建设"))
    assert answer.total.sections == 0
    assert [each.report.lstrip("0") for each in answer.reports] == ["r4"]
    assert engine.search(Request("信访")).reports == ()
    assert engine.search(Request("云岭 法治政府建设", {"year": ("2020",)})).reports == ()
    assert engine.search(Request("云岭 法治政府建设", {"part": ("",)})).reports == answer.reports


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["r9/0", "r8/0", "r6/0", "r6/1", "r7/0"]),
        ("oldest", ["r6/0", "r6/1", "r9/0", "r8/0", "r7/0"]),
        ("zone", ["r9/0", "r6/0", "r6/1", "r7/0", "r8/0"]),
        ("relevance", ["r9/0", "r8/0", "r6/0", "r6/1", "r7/0"]),  # equal scores: newest first, then zone, report, order
    ],
)
def test_sorts_are_total(engine, sort, expected):
    assert order(engine, '"无关"', sort=sort) == expected


def test_pages_tile_the_list(engine):
    for typed in ("", "审计 OR 无关 OR 信访"):
        whole = order(engine, typed, limit=200)
        assert [hit for at in range(0, len(whole), 2) for hit in order(engine, typed, offset=at, limit=2)] == whole
        assert order(engine, typed, offset=len(whole)) == []


def many_reports():
    """240 sections in which what counts varies: how often, as a word or not, in the heading or not,
    how long the section is."""
    chance = random.Random(4)
    words = ("审计", "和服", "财务审计", "管理和服务", "法")
    sections = []
    for _ in range(240):
        text = (
            "，".join(chance.choice(words) for _ in range(chance.randint(1, 9)))
            + "。"
            + FILLER[: chance.randint(0, 90)]
        )
        heading = chance.choice(("审计", "服务", "和服务"))
        sections.append(("一、", heading, f"一、{heading}\n{text}") if chance.random() < 0.4 else text)
    return [report(f"m{n}", *sections[n * 24 : n * 24 + 24], zone=f"{'审计甲乙'[n % 4]}区") for n in range(10)]


@pytest.fixture(scope="module")
def many(tmp_path_factory, engine_on, loops):
    return engine_on(tmp_path_factory.mktemp("many"), *many_reports())


@pytest.mark.parametrize("few", [-1, 8, 10_000])
@pytest.mark.parametrize("typed", ["审计 和服 法", "管理和服务 审计", '"和服" 取得', "审计 -和服", "财务 进展 法 服务"])
def test_where_words_are_looked_for_changes_nothing(many, monkeypatch, few, typed):
    """In the texts that the rarest leaves, or among all documents: both find what a plain scan
    finds."""
    monkeypatch.setattr(lookup, "LOOKED_THROUGH", few)
    monkeypatch.setattr(lookup, "FREQUENT", 0)
    matching = plain_scan.found(typed, {}, plain_scan.rows(many_reports()))
    answer = many.search(Request(typed, limit=200))
    assert {(hit.report, hit.section): hit.occurrences for hit in answer.hits} == {
        (row.report, row.section): len(places) for row, places in matching.items()
    }


@pytest.mark.parametrize("typed", ["审计", '"和服"', "审计 法 取得", "“各部门按照要求推进各项工作”", "管理和服务"])
def test_a_snippet_is_a_stretch_of_the_whole_text(many, typed):
    texts = {(each.id, one.id): one.text for each in many_reports() for one in each.sections}
    hits = many.search(Request(typed, limit=200)).hits
    assert hits
    for hit in hits:
        text = texts[hit.report, hit.section]
        assert (hit.snippet, hit.paragraph) == snippet(text, looked_for(parse(typed), text))


@pytest.mark.parametrize(
    "typed", ["审计", '"和服"', "审计 和服", "管理和服务", "审计 OR 法", "审计 -和服", "“财务*审计” 法"]
)
@pytest.mark.parametrize("filters", [{}, {"zone": ("甲区", "乙区")}])
def test_scoring_only_what_may_be_on_the_page_changes_nothing(many, monkeypatch, typed, filters):
    for offset in (0, 7, 60):
        asked = Request(typed, filters, offset=offset, limit=10)
        monkeypatch.setattr(best, "PRUNED", 20)
        bounded = many.search(asked)
        monkeypatch.setattr(best, "PRUNED", 10_000)
        assert bounded == many.search(asked)


def test_the_scores_of_few_sections_are_those_of_many(many, monkeypatch):
    asked = Request("审计 管理", limit=200)
    monkeypatch.setattr(chosen.loops, "SCORED_ONE_BY_ONE", 10_000)
    one_by_one = many.search(asked)
    monkeypatch.setattr(chosen.loops, "SCORED_ONE_BY_ONE", 0)
    assert one_by_one == many.search(asked)
    assert one_by_one.total.sections > 20
