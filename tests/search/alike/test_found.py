"""Sections alike, against a plain loop over the texts; what may never be found; ties; deletions."""

import math
from collections import defaultdict

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.text.fold import squeeze
from index.build import build
from index.words.cut import segment
from search.across.elsewhere import Topic
from search.alike.found import LEAST
from search.alike.keywords import _FIGURE, HEADING, KEPT
from search.alike.scored import FEW, K1, OTHER_KIND, OTHER_PART, B
from search.embedded import Embedded

TEXTS = {
    "执法": "规范行政执法，组织案卷评查，执法人员持证上岗，行政执法公示全部落实。",
    "复议": "行政复议案件按期办结，行政应诉负责人出庭，败诉案件逐件分析。",
    "普法": "法治宣传进企业进社区，培养法律明白人，普法短剧巡演。",
    "信访": "化解信访积案，调解矛盾纠纷，行政复议案件减少，执法人员参与调解。",
}
OWN = report(
    "00", (None, None, TEXTS["执法"]), (None, None, "完成52件，增长8.5%。"), zone="火炬区", year=2022, part="举措成效"
)


def others():
    yield OWN
    zones = ("云岭区", "白沙区", "火炬区", None)
    for n, (zone, kind) in enumerate((zone, kind) for zone in zones for kind in ("法治政府建设", "信息公开")):
        texts = [text * (1 + (n + m) % 3) for m, text in enumerate(TEXTS.values())]
        yield report(f"{n + 1:02}", *texts, zone=zone, kind=kind, year=2015 + n, part=("举措成效", "下年安排")[n % 2])


REPORTS = list(others())
# So large that one build leaves several segments behind.
GONE = report("99", *TEXTS.values(), zone="已删区", part="举措成效")


def topic(of, at=0, names=()):
    section = of.sections[at]
    return Topic(of.id, of.zone, of.kind, section.part, section.heading or "", section.text, names)


@pytest.fixture(scope="module", params=["whole", "changed"])
def engine(request, loops, tmp_path_factory):
    """An engine over REPORTS: built at once, or in steps with a report deleted."""
    folder = tmp_path_factory.mktemp("index") / request.param
    if request.param == "changed":
        for some in ([*REPORTS[:3], GONE], [*REPORTS[:6], GONE]):
            build(Shelf(some), folder)
    build(Shelf(REPORTS), folder)
    return Embedded(folder)


def documents():
    return [(each, section) for each in REPORTS for section in each.sections]


def times(word, text):
    found, at = 0, squeeze(text).find(word)
    while at >= 0:
        found, at = found + 1, squeeze(text).find(word, at + 1)
    return found


def plain_words(of):
    counts = defaultdict(int)
    for word, _ in segment(squeeze(of.text)):
        if len(word) > 1 and not _FIGURE.fullmatch(word) and word not in (of.zone or ""):
            counts[word] += 1
    heading = {word for word, _ in segment(squeeze(of.heading))}
    every = documents()
    weights = {}
    for word, n in counts.items():
        held = sum(times(word, section.text) for _, section in every)
        rare = math.log1p(len(every) / (held + 0.5))
        weights[word] = (math.sqrt(n) + HEADING * (word in heading)) * rare
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT])


def plain_scores(of):
    """Score of each section of other reports, by ids of report and section."""
    every, words = documents(), plain_words(of)
    lengths = [len(squeeze(section.text)) for _, section in every]
    average = sum(lengths) / len(lengths)
    found = {}
    for (each, section), length in zip(every, lengths, strict=True):
        score, hits = 0.0, 0
        for word, weight in words.items():
            n = times(word, section.text)
            hits += n > 0
            score += weight * n * (K1 + 1) / (n + K1 * (1 - B + B * length / average))
        score *= hits / (hits + FEW)
        score *= 1 if section.part == of.part else OTHER_PART
        score *= 1 if each.kind == of.kind else OTHER_KIND
        if each.id != of.report and score:
            found[each.id, section.id] = score
    return found


def best(scores, group, wanted):
    """The best score of each group of reports that are wanted."""
    found = {}
    for (identity, _), score in scores.items():
        each = next(each for each in REPORTS if each.id == identity)
        if wanted(each):
            found[group(each)] = max(score, found.get(group(each), 0))
    return found


@pytest.mark.parametrize("of", [topic(OWN), topic(REPORTS[2], 1), topic(REPORTS[5], 3), topic(REPORTS[8], 2)])
def test_against_a_plain_loop(engine, of):
    found, scores = engine.alike(of, 50), plain_scores(of)
    words = plain_words(of)
    assert {word.text: pytest.approx(word.weight) for word in found.words} == words
    others = best(scores, lambda each: each.zone or each.id, lambda each: each.zone is None or each.zone != of.zone)
    expected = {key: score for key, score in others.items() if score >= LEAST * max(others.values())}
    got = {each.hit.zone or each.hit.report: each.hit.score for each in found.bodies}
    assert got == {key: pytest.approx(score) for key, score in expected.items()}
    assert [each.hit.score for each in found.bodies] == sorted((each.hit.score for each in found.bodies), reverse=True)
    own = best(scores, lambda each: each.id, lambda each: bool(of.zone) and each.zone == of.zone)
    assert {each.hit.report: each.hit.score for each in found.own_years} == {
        key: pytest.approx(score) for key, score in own.items()
    }
    years = [each.hit.year for each in found.own_years]
    assert years == sorted(years)


@pytest.mark.parametrize("of", REPORTS, ids=lambda each: each.id)
def test_never_the_own_report_nor_one_that_is_gone(engine, of):
    for at in range(len(of.sections)):
        found = engine.alike(topic(of, at), 50)
        reports = [each.hit.report for each in (*found.bodies, *found.own_years)]
        assert of.id not in reports
        assert GONE.id not in reports
        assert len(reports) == len(set(reports))


def test_the_words_that_stand_there_are_marked(engine):
    for each in engine.alike(topic(OWN), 50).bodies:
        text, ranges = each.hit.snippet.text, each.hit.snippet.ranges
        assert ranges
        marked = "".join(text[start:end] for start, end in ranges)
        assert all(any(word in marked or marked in word for word in each.matched) for _ in ranges)


def test_a_section_of_figures_has_none_and_says_so(engine):
    found = engine.alike(topic(OWN, 1)._replace(text="52件，8.5%，三十宗。"), 10)
    assert (found.words, found.bodies, found.own_years) == ((), (), ())
    assert found.notes == ("这一段除了数字和名称没有能比的词，所以找不出相近的段落。",)


def test_names_of_the_issuer_are_no_words(engine):
    found = engine.alike(topic(OWN)._replace(text="执法人员执法人员普法", names=("执法人员",)), 10)
    assert [word.text for word in found.words] == ["普法"]


def test_only_the_part(engine):
    of = topic(OWN)
    found = engine.alike(of, 50, True).bodies
    assert found
    assert {(each.hit.part, each.hit.kind) for each in found} == {(of.part, of.kind)}


def test_of_equal_ones_the_first_by_issuer_and_section(tmp_path):
    same = [report(f"{n + 1}", TEXTS["执法"], TEXTS["执法"], zone=zone) for n, zone in enumerate(("乙区", "甲区"))]
    build(Shelf([*same, OWN]), tmp_path / "index")
    found = Embedded(tmp_path / "index").alike(topic(OWN), 10).bodies
    zones = [each.hit.zone for each in found]
    assert zones == sorted(zones)
    assert [each.hit.section for each in found] == ["0", "0"]


def test_a_topic_that_is_not_held_and_an_empty_index(tmp_path):
    build(Shelf([]), tmp_path / "index")
    engine = Embedded(tmp_path / "index")
    assert engine.alike(topic(OWN), 10).bodies == ()
