"""Who says it and when, over the sample, the five real reports and 72 national work reports, with
segments and deletions: cells, first use, curve and absence equal plain counts, for random phrases
and for random questions of every other kind."""

import random

import pytest
from material.checkout import SAMPLE
from material.plain_matrix import Plain
from material.plain_scan import rows
from material.real_reports import work_reports
from material.shared_material import SEEDS, needs_data, needs_seeds
from material.told_spread import check_absence, check_matrix, check_spread, in_segments

from corpus.intake.add import add
from corpus.store.folder import Store

pytestmark = pytest.mark.slow
PHRASES, OF_EACH_KIND = 500, 200
YEARS = ("2019", "2021", "2022年", "2023")


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
    return in_segments(engine_over, folder, held[: 2 * third], [*held[:third], *held[2 * third :]], held)


def phrase(chance, texts, least=2, most=6):
    """A stretch of a text without white space or what quotes mean something in."""
    while True:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        found = text[start : start + chance.randint(least, most)]
        if len(found) >= least and not set(found) & set('\n 　"“”＂*＊\\?？'):
            return found


def question(kind, chance, texts, names):
    """A question of one kind, and filters; `names` are those of issuers."""
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
        "year": f"{one} {chance.choice(YEARS)}",
        "issuer": f"{chance.choice(names)} {one}",
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
    check_matrix(engine, plain, typed, filters)
    check_spread(engine, plain, typed, filters)
    check_absence(engine, plain, typed, filters)


def texts_of(held):
    return [section.text for report in held for section in report.sections]


def test_random_phrases(engine, held):
    chance, texts = random.Random(15), texts_of(held)
    every = rows(held)
    for _ in range(PHRASES):
        check(engine, held, every, f'"{phrase(chance, texts, 1)}"', {})


@pytest.mark.parametrize("kind", ["words", "or", "not", "gap", "near", "field", "part", "filtered", "year", "issuer"])
def test_random_questions(engine, held, kind):
    chance, texts = random.Random(kind), texts_of(held)
    names = sorted({report.zone for report in held if report.zone})
    every = rows(held)
    for _ in range(OF_EACH_KIND):
        check(engine, held, every, *question(kind, chance, texts, names))
