"""Matrix, spread and absence over the shipped sample and made reports, against counts made as
plainly as possible: every query kind, filters, deletions, several segments."""

from random import Random

import pytest
from material.few_reports import report
from material.plain_matrix import Plain, curve, first_uses
from material.told_spread import check_absence, check_matrix, check_spread, in_segments

from search.request import Request
from search.tables import ROWS

ZONES = ("甲区", "乙区", "丙区", "丁市", None)
PLACES = {
    "甲区": ("广东省", "潮州市"),
    "乙区": ("广东省", "广州市"),
    "丙区": ("江苏省", "南京市"),
    "丁市": ("山东省", "济南市"),
    None: (None, None),
}
LEVELS = {"甲区": "国家级开发区", "乙区": "省级开发区", "丙区": "国家级开发区", "丁市": "市", None: None}
WORDS = ("物价", "粮价", "免扰清单", "行政复议", "法治", "全年办理52件", "总体平稳，", "五十二件")
PARTS = ("举措成效", "问题不足", "下年安排", None)
QUESTIONS = (
    ('"物价"', {}),
    ("物价", {}),
    ('"价"', {}),
    ("免扰清单", {}),
    ("52件", {}),
    ('"物价" "粮价"', {}),
    ('"物价" OR "粮价"', {}),
    ('"物*价"', {}),
    ('"物价" ~5 "粮价"', {}),
    ('-"物价"', {}),
    ('"法治" -"物价"', {}),
    ("法治政府 物价", {}),
    # bare words that select: a year, an issuer, a place, a title
    ("物价 2021", {}),
    ("物价 2021年", {}),
    ("2020 OR 2021", {}),
    ("物价 粮价 1900", {}),
    ("物价 2021", {"year": ("2021",)}),
    ("甲区 物价", {}),
    ("甲区物价", {}),
    ("广东省 物价", {}),
    ("物价 年度报告", {}),
    ("zone:甲区 物价 甲区", {}),
    ("物价 粮价", {}),
    ("(物价 OR 粮价) 甲区", {}),
    ('zone:甲区 "物价"', {}),
    ('year:2020..2021 "物价"', {}),
    ('-zone:甲区 "物价" -year:2021', {}),
    ('zone:甲区 OR "物价"', {}),
    ('part:问题 "物价"', {}),
    ('region:广东 "物价"', {}),
    ("zone:甲区", {}),
    ("", {}),
    ('"此话无处有"', {}),
    ('"物价"', {"part": ("下年安排",)}),
    ('"物价"', {"part": ("下年安排", ""), "kind": ("法治政府建设",)}),
    ('part:下年 "物价"', {"year": ("2021..",)}),
    ('"物价"', {"region": ("440000",)}),
    ('"物价"', {"region": ("440100", "")}),
    ('"物价"', {"zone": ("甲区", ""), "year": ("2019..2021",)}),
    ('"物价"', {"level": ("国家级开发区",)}),
    ('"物价"', {"kind": ("信息公开",)}),
    ('"物价"', {"year": ("",)}),
    ('"物价"', {"year": ("1900",)}),
)


def made(seed):
    """Reports of few issuers over few years, some twice, some without issuer or year."""
    random, reports = Random(seed), []
    for number in range(40):
        zone = random.choice(ZONES)
        texts = ["".join(random.choices(WORDS, k=random.randint(1, 4))) for _ in range(random.randint(1, 4))]
        reports.append(
            report(
                f"{number}",
                *texts,
                zone=zone,
                year=random.choice((2018, 2019, 2020, 2021, 2022, None)),
                title=f"{zone or ''}法治政府建设年度报告",
                place=PLACES[zone],
                level=LEVELS[zone],
                kind=random.choice(("法治政府建设", "信息公开")),
                part=random.choice(PARTS),
            )
        )
    return reports


@pytest.fixture(scope="module")
def held():
    """The reports that are left once some were deleted and some added in segments of their own."""
    return made(1)


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_over, held):
    folder = tmp_path_factory.mktemp("index")
    known = {report.id for report in held[:10]}
    others = [each for each in made(2) if each.id not in known][:12]
    more = [each for each in held[10:20] if each.id not in {report.id for report in others}]
    return in_segments(engine_over, folder, [*held[:10], *others], [*held[:10], *others, *more], held)


@pytest.mark.parametrize(("typed", "filters"), QUESTIONS)
@pytest.mark.parametrize("rows", ROWS)
def test_matrix(engine, held, typed, filters, rows):
    plain = Plain(held, typed, filters)
    found = check_matrix(engine, plain, typed, filters, rows)
    stands = {at: cell for at, cell in plain.cells(rows).items() if at[1] and (at[0] or rows == "none")}
    assert found.row_total == len(found.rows) == len({value for value, _ in stands})
    assert [sum(cell[2] for at, cell in stands.items() if at[1] == str(year)) for year in found.years] == [
        column.sections for column in found.columns
    ]
    total, totals = engine.search(Request(typed, filters)).total, found.totals
    assert (totals.sections, totals.occurrences) == (total.sections, total.occurrences)
    assert totals.reports_with == total.reports


@pytest.mark.parametrize(("typed", "filters"), QUESTIONS)
def test_each_cell_leads_to_its_sections(engine, typed, filters):
    found = engine.matrix(Request(typed, filters, limit=200))
    for row in found.rows:
        for year, cell in zip(found.years, row.cells, strict=True):
            if cell and cell.sections:
                narrowed = filters | {"zone": (row.value,), "year": (str(year),)}
                assert engine.search(Request(typed, narrowed)).total.sections == cell.sections


def test_order_and_pages(engine):
    whole = engine.matrix(Request('"物价"', limit=200), order="sections").rows
    assert [row.total.sections for row in whole] == sorted((row.total.sections for row in whole), reverse=True)
    assert engine.matrix(Request('"物价"', offset=1, limit=2), order="sections").rows == whole[1:3]
    by_code = [row.value for row in engine.matrix(Request('"物价"', limit=200)).rows]
    assert by_code == ["丙区", "丁市", "乙区", "甲区"]  # 江苏 32, 山东 37, 广州 4401, 潮州 4451


@pytest.mark.parametrize(("typed", "filters"), QUESTIONS)
@pytest.mark.parametrize("panel", ["held", "balanced"])
@pytest.mark.parametrize("every_kind", [False, True])
def test_spread(engine, held, typed, filters, panel, every_kind):
    plain = Plain(held, typed, filters)
    counts = {kind: sum(row.kind == kind for row in plain.said) for kind in ("法治政府建设", "信息公开")}
    kinds = engine.spread(Request(typed, filters)).kinds
    assert dict(kinds) == {kind: count for kind, count in counts.items() if count}
    one = kinds[0][0] if kinds and not every_kind and not filters.get("kind") else None
    found = check_spread(engine, plain, typed, filters, panel, every_kind, one)
    assert found.kind == (one or "")
    if found.selection.silence:
        return
    years = plain.years_of(one)
    expected = first_uses(years)
    assert {each.zone: each.held for each in found.silent} == {
        zone: tuple(sorted(years[zone])) for zone, (_, _, state) in expected.items() if state == "silent"
    }
    assert sum(each.event for each in found.body_years) == sum(
        state in ("exact", "interval") for _, _, state in expected.values()
    )
    at_risk = curve(years, list(years))
    for year, row in at_risk.items():
        assert sum(each.at_risk for each in found.body_years if each.year == year) == row[3]


def test_first_uses_lead_to_what_says_it(engine, held):
    sections = {(report.id, section.id): section.text for report in held for section in report.sections}
    facts = {report.id: (report.zone, report.year) for report in held}
    found = engine.spread(Request('"物价"', limit=200), every_kind=True).first
    assert found
    for each in found:
        assert "物价" in sections[each.report, each.section]
        assert facts[each.report] == (each.zone, each.by)


def test_ties_are_ties(tmp_path_factory, engine_on):
    def of(name, zone, years):
        return [
            report(f"{name}{year}", "说到物价" if says else "没有说到", zone=zone, year=year) for year, says in years
        ]

    reports = [
        *of("a", "甲区", [(2019, False), (2020, True)]),
        *of("b", "乙区", [(2019, False), (2020, True)]),
        *of("c", "丙区", [(2018, False), (2021, True)]),
        *of("d", "丁区", [(2018, True), (2019, True)]),
        *of("e", "戊区", [(2020, False), (2021, True)]),
    ]
    found = engine_on(tmp_path_factory.mktemp("index"), *reports).spread(Request('"物价"'))
    assert [(each.zone, each.state, each.rank) for each in found.first] == [
        ("丁区", "left", None),
        ("乙区", "exact", 1),
        ("甲区", "exact", 1),
        ("戊区", "exact", 3),
        ("丙区", "interval", 3),
    ]


@pytest.mark.parametrize(("typed", "filters"), QUESTIONS)
def test_absence(engine, held, typed, filters):
    plain = Plain(held, typed, filters)
    found = check_absence(engine, plain, typed, filters)
    if found.silent is not None:
        assert {each.report: each.twin_says for each in found.silent} == _twins(plain, found.silent)
    every = {row.report for row in plain.held}
    facts = [plain.reports[name] for name in every if plain.reports[name].zone and plain.reports[name].year]
    years = {each.year for each in facts}
    zones = {each.zone: {other.year for other in facts if other.zone == each.zone} for each in facts}
    assert dict(found.not_held) == {zone: tuple(sorted(years - of)) for zone, of in zones.items() if years - of}


def _twins(plain, silent):
    """For each report whether another of the same issuer, year and kind says it."""

    def key(report):
        return report.zone, report.year, report.kind

    saying = {key(plain.reports[row.report]) for row in plain.said}
    return {each.report: each.zone is not None and key(plain.reports[each.report]) in saying for each in silent}


def test_pages_of_absence(engine):
    whole = engine.absent(Request('"免扰清单"', limit=200))
    page = engine.absent(Request('"免扰清单"', offset=2, limit=3))
    assert page.silent == whole.silent[2:5]
    assert (page.silent_total, page.held) == (whole.silent_total, whole.held)


def test_a_pinned_engine_tells_all_of_one_finding(engine):
    """One that stays tells each question as one that does not, whatever was asked before."""
    pinned = engine.pinned()
    for typed, filters in (*QUESTIONS, QUESTIONS[0]):
        for request in (Request(typed, filters, limit=2), Request(typed, filters, offset=1)):
            assert pinned.matrix(request, "year") == engine.matrix(request, "year")
            assert pinned.spread(request) == engine.spread(request)
            assert pinned.absent(request) == engine.absent(request)
