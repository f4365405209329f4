"""The engine on a cluster gives the answers of the one in this process: to random questions of every
kind, to the end of every order, and in everything else that is asked of an engine."""

import random
from dataclasses import replace

import pytest
from material.engines import embedded, opensearch

from benchmarks.equal import COMPARED, Questions, compare, compared
from corpus.store.folder import Store
from search.request import SORTS, Request
from search.stream import every_hit, every_line
from search.tables import ORDERS, PANELS, ROWS

pytestmark = pytest.mark.slow
ASKED = 105


@pytest.fixture(scope="module")
def store(sample):
    return Store(sample)


@pytest.fixture(scope="module")
def both(store, tmp_path_factory, request):
    address = request.getfixturevalue("opensearch")
    folder = tmp_path_factory.mktemp("both")
    return embedded(store, folder / "here"), opensearch(address, store, folder / "there")


@pytest.fixture(scope="module")
def questions(store):
    reports = [store.report(name) for name in store.stamps()]
    zones = sorted({report.zone for report in reports if report.zone})
    return Questions([section.text for report in reports for section in report.sections], zones, seed=4)


def test_random_questions(both, questions):
    found = compare(*both, questions, ASKED)
    assert found["unequal"] == []
    assert {found["totals"][name] for name in COMPARED} == {ASKED}


@pytest.mark.parametrize(
    "typed",
    [
        '"检查*检查"',  # of equal intervals the cluster misses some
        '"检查" ~9 "检查"',
        '"行政" ~9 "行政执法"',
        "〔2023〕5号",
        '"一、"',
        "zone:未注明",
        "number:未注明",
        "-信访 -复议",
        '"行政复议',
        "法治政府建设 不存在之词",
        "2023年度 政府信息公开",
    ],
)
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_easily_missed(both, typed, whole):
    here, there = (engine.search(Request(typed, whole=whole)) for engine in both)
    assert [name for name, same in compared(here, there).items() if not same] == []


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("typed", ['"行政"', "行政复议", "", '"行政" ~9 "执法"'])
def test_every_hit_to_the_end(both, typed, sort):
    hits = []
    for engine in both:
        answer, found = every_hit(engine, Request(typed, sort=sort))
        hits.append([hit._replace(score=round(hit.score, 4)) for hit in found])
        assert len(hits[-1]) == answer.total.sections > 0
    assert hits[0] == hits[1]


@pytest.mark.parametrize("order", ["left", "right", "zone", "year"])
@pytest.mark.parametrize("typed", ['"行政"', "行政复议 信访", '"行政" ~9 "执法"', '"检查*企业"'])
def test_every_line(both, typed, order):
    lines = [list(every_line(engine, Request(typed), context=15, order=order)[2]) for engine in both]
    assert lines[0] == lines[1] != []
    samples = [engine.kwic(Request(typed, limit=50), order=order, sample=7, seed=3) for engine in both]
    assert samples[0] == samples[1]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("order", ORDERS)
def test_matrices(both, questions, rows, order):
    for kind, request in questions.requests(21):
        if kind != "only not":
            tables = [engine.matrix(request, rows, order)._replace(version="") for engine in both]
            assert tables[0] == tables[1], request


@pytest.mark.parametrize("panel", PANELS)
def test_spread_and_absence(both, questions, panel):
    for _, request in questions.requests(21):
        request = replace(request, whole=False)  # who says it is never asked of whole reports
        told = [engine.spread(request, panel, years=True)._replace(version="") for engine in both]
        assert told[0] == told[1], request
        silent = [engine.absent(request)._replace(version="") for engine in both]
        assert silent[0] == silent[1], request


def test_what_is_held(both):
    here, there = both
    assert here.held() == there.held()
    assert here.catalogue() == there.catalogue()
    assert there.name == "opensearch"
    assert there.state() == "green"


def test_only_some_reports(both):
    ids = [entry.id for entry in both[0].catalogue()]
    for size in (1, 3, len(ids)):
        asked = Request("行政", reports=tuple(random.Random(size).sample(ids, size)))
        here, there = (engine.search(asked) for engine in both)
        assert [name for name, same in compared(here, there).items() if not same] == []


def test_suggestions_find_what_they_say(both):
    """Continuations are read in fewer places there: names and reports are the same, and every
    number is that of the search."""
    for typed in ("行政", "法治政", "望澜", "政府信息公", "-行政"):
        here, there = (engine.suggest(typed) for engine in both)
        assert [each for each in here if each.kind != "text"] == [each for each in there if each.kind != "text"]
        assert there
        for each in there:
            assert each.sections == both[0].search(Request(each.text)).total.sections


@pytest.mark.parametrize(
    "typed", ["免扰清单 2022", "鹤渚 免扰清单", "法治政府 免扰清单", "免扰清单", '"免扰清单" 2022']
)
def test_words_that_select_reports_are_told_alike(both, typed):
    here, there = (engine.matrix(Request(typed)).selection for engine in both)
    assert there == here


def test_whole_texts(both):
    here, there = (engine.search(Request('"行政复议"', texts=True)).hits for engine in both)
    assert all(hit.text for hit in here)
    assert [hit.text for hit in there] == [hit.text for hit in here]
