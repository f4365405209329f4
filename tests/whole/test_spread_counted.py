"""Who says it and when, over the sample, the five real reports and 72 national work reports, with
segments and deletions: cells, first use, curve and absence equal plain counts, for random phrases
and for random questions of every other kind."""

import random

import pytest
from material.checkout import SAMPLE
from material.plain_matrix import Plain, curve, first_uses
from material.plain_scan import Shelf, rows
from material.real_reports import work_reports
from material.shared_material import SEEDS, needs_data, needs_seeds

from corpus.intake.add import add
from corpus.store.folder import Store
from search.request import Request

pytestmark = pytest.mark.slow
PHRASES, OF_EACH_KIND = 500, 200


def sample_reports(folder):
    store = Store(folder)
    list(add(store, [SAMPLE]))
    return [report for report in store.reports() if not report.refused]


def seed_reports(folder):
    store = Store(folder)
    list(add(store, [path for path in sorted(SEEDS.iterdir()) if path.is_file() and path.suffix != ".md"]))
    return [report for report in store.reports() if not report.refused]


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """The shipped sample; beside it what real material there is."""
    reports = sample_reports(tmp_path_factory.mktemp("sample"))
    if not needs_seeds.args[0]:
        reports += seed_reports(tmp_path_factory.mktemp("seeds"))
    if not needs_data.args[0]:
        reports += work_reports()
    return sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_over, held):
    """Three segments, what was only for a while deleted from the first."""
    folder = tmp_path_factory.mktemp("index")
    third = len(held) // 3
    engine_over(Shelf(held[: 2 * third]), folder, fresh=True)
    engine_over(Shelf([*held[:third], *held[2 * third :]]), folder)
    return engine_over(Shelf(held), folder)


def phrase(chance, texts, least=2, most=6):
    """A stretch of a text without white space or what quotes mean something in."""
    while True:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        found = text[start : start + chance.randint(least, most)]
        if len(found) >= least and not set(found) & set('\n 　"“”＂*＊\\?？'):
            return found


def question(kind, chance, texts):
    """A question of one kind, and filters."""
    one, other = (phrase(chance, texts, 2, 4) for _ in range(2))
    typed = {
        "words": f"{one} {other}",
        "or": f'"{one}" OR "{other}"',
        "not": f'"{one}" -"{other}"',
        "gap": f'"{one}*{other[:1]}"',
        "near": f'"{one}" ~10 "{other}"',
        "field": f'"{one}" year:2020.. -kind:信息公开',
        "part": f'"{one}" part:{chance.choice(("举措", "问题", "下年"))}',
        "filtered": f'"{one}"',
    }[kind]
    filters = {}
    if kind == "filtered":
        filters = chance.choice(
            [
                {"year": ("2020..2022",)},
                {"part": ("下年安排",)},
                {"kind": ("法治政府建设",)},
                {"region": ("440000", "")},
            ]
        )
    return typed, filters


def check(engine, held, every, typed, filters):
    """All that is told equals plain counts."""
    plain = Plain(held, typed, filters, every)
    found = engine.matrix(Request(typed, filters, limit=200))
    expected = {at: cell for at, cell in plain.cells("zone").items() if all(at)}
    got = {
        (row.value, str(year)): tuple(cell)
        for row in found.rows
        for year, cell in zip(found.years, row.cells, strict=True)
        if cell
    }
    assert got == expected, typed
    placed = [sum(cell[at] for cell in got.values()) for at in range(7)]
    assert [one + other for one, other in zip(placed, found.unplaced, strict=True)] == list(found.totals), typed
    spread = engine.spread(Request(typed, filters, limit=200), every_kind=True)
    years = plain.years_of()
    told = {each.zone: (each.by, each.after, each.state) for each in spread.first}
    assert told | {each.zone: (None, None, "silent") for each in spread.silent} == first_uses(years), typed
    assert {row.year: tuple(row)[1:] for row in spread.curve} == curve(years, list(years)), typed
    absent = engine.absent(Request(typed, filters, limit=200))
    if absent.silent is not None:
        assert {each.report for each in absent.silent} == plain.silent(), typed
        assert absent.held == absent.say + absent.silent_total, typed


def texts_of(held):
    return [section.text for report in held for section in report.sections]


def test_random_phrases(engine, held):
    chance, texts = random.Random(15), texts_of(held)
    every = rows(held)
    for _ in range(PHRASES):
        check(engine, held, every, f'"{phrase(chance, texts, 1)}"', {})


@pytest.mark.parametrize("kind", ["words", "or", "not", "gap", "near", "field", "part", "filtered"])
def test_random_questions(engine, held, kind):
    chance, texts = random.Random(kind), texts_of(held)
    every = rows(held)
    for _ in range(OF_EACH_KIND):
        check(engine, held, every, *question(kind, chance, texts))
