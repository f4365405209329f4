"""`import xunzhang`: what it gives is what the engine says, and what cannot be meant gets a
sentence."""

import pytest
from material.site_corpus import REPORTS, site

import xunzhang
from corpus.text.fold import fold
from search.chosen import engine_for
from search.request import Request

QUERY = "一网通办"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder, REPORTS)
    return folder


@pytest.fixture(scope="module")
def corpus(data):
    return xunzhang.open(data)


def saying(reports, text):
    return {(each.id, section.id) for each in reports for section in each.sections if fold(text) in fold(section.text)}


def test_search_is_a_scan(corpus):
    found = corpus.search(f'"{QUERY}"', limit=None)
    assert {(hit.report, hit.section) for hit in found} == saying(REPORTS, QUERY) != set()
    assert found.total == len(found)
    assert found.reports == len({hit.report for hit in found})
    assert found.version == corpus.version


def test_pages_of_a_search(corpus):
    every = corpus.search("", limit=None, sort="zone")
    assert len(every) == every.total == corpus.held.sections
    for offset, limit in ((0, 1), (1, 3), (2, 500), (len(every), 5)):
        page = corpus.search("", limit=limit, offset=offset, sort="zone")
        assert list(page) == list(every)[offset : offset + limit]
        assert page.total == every.total


@pytest.mark.parametrize("year", [2022, "2022", [2022], ("2021", 2022), range(2021, 2023), "2021..2022"])
def test_years_in_every_way(corpus, year):
    many = year if isinstance(year, list | tuple | range) else [year]
    wanted = {int(part) for each in many for part in str(each).split("..")}
    found = {hit.year for hit in corpus.search("", limit=None, year=year)}
    assert found == wanted & {each.year for each in REPORTS}


def test_regions_by_name_and_code(corpus):
    assert list(corpus.search("", region="广东")) == list(corpus.search("", region="440000")) != []


def test_kwic(corpus):
    lines = corpus.kwic(f'"{QUERY}"', context=10)
    total, expected = engine_for(corpus.folder).kwic(Request(f'"{QUERY}"', limit=200), context=10)
    assert [(line.report, line.start, line.match) for line in lines] == [
        (line.report, line.start, line.match) for line in expected
    ]
    assert lines.total == total
    assert len(corpus.kwic(f'"{QUERY}"', limit=1)) == 1
    for line in lines:
        text = corpus.section(line.report, line.section).text
        assert text[line.start : line.end] == line.match
        assert fold(line.match) == QUERY


def test_matrix_sums_to_the_search(corpus):
    cells = corpus.matrix(f'"{QUERY}"')
    placed = [hit for hit in corpus.search(f'"{QUERY}"', limit=None) if hit.year and hit.zone]
    assert sum(cell.sections or 0 for cell in cells) == len(placed)
    assert {cell.state for cell in cells if cell.sections is None} <= {"not_held"}
    assert all(cell.sections is None for cell in cells if cell.state == "not_held")
    assert {cell.state for cell in cells} <= {"said", "silent", "without_part", "not_held"}


def test_spread_and_absent(corpus):
    spread = corpus.spread(f'"{QUERY}"', kind=None)
    assert {each.zone for each in spread.first} <= {each.zone for each in REPORTS}
    assert len(spread.years)
    assert len(spread.curve)
    say = {report for report, _ in saying(REPORTS, QUERY)}
    silent = {each.report for each in corpus.absent(f'"{QUERY}"')}
    assert silent.isdisjoint(say)
    assert silent | say == {each.id for each in corpus.reports()}


def test_coverage_and_sections(corpus):
    held = corpus.coverage()
    assert {each.zone for each in held} == {each.zone for each in REPORTS}
    section = corpus.section(REPORTS[0].id, REPORTS[0].sections[0].id)
    assert section.text.startswith(REPORTS[0].sections[0].text[:4])
    assert section.title == REPORTS[0].title


def test_rows_are_a_sequence(corpus):
    found = corpus.search("", limit=3)
    assert found[0] in found
    assert list(found[1:]) == list(found)[1:]
    assert found.to_dicts()[0]["report"] == found[0].report
    assert "of" in repr(found)
    assert str(corpus.folder) in repr(corpus)


def test_a_data_frame(corpus):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = corpus.search("", limit=None).to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert len(frame) == corpus.held.sections
    assert str(frame["year"].dtype) == "Int64"
    assert list(corpus.search("火星").to_pandas()) == list(frame)  # the columns are there where no row is
    cells = corpus.matrix(f'"{QUERY}"').to_pandas()
    assert cells["sections"].isna().tolist() == (cells["state"] == "not_held").tolist()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda it: it.search(3), "query 应是文字（str），得到的是 3（int）"),
        (lambda it: it.search(None), "query 应是文字"),
        (lambda it: it.search("x", limit="ten"), "limit 应是不小于 1 的整数"),
        (lambda it: it.search("x", limit=True), "limit 应是"),
        (lambda it: it.search("x", offset=-1), "offset 应是"),
        (lambda it: it.search("x", sort="best"), "可用的是 relevance"),
        (lambda it: it.search("x", year=2021.5), "year 应是"),
        (lambda it: it.search("x", year=[None]), "year 应是"),
        (lambda it: it.search("x", kind=b"x"), "kind 应是"),
        (lambda it: it.search("x", year="soon"), "2021..2023"),
        (lambda it: it.search("x", region="火星"), "火星"),
        (lambda it: it.search("x", colour="red"), "没有 colour 这个参数"),
        (lambda it: it.search("火”"), "引号"),
        (lambda it: it.kwic("x", order="up"), "可用的是 left"),
        (lambda it: it.kwic("x", context=0), "context 应是"),
        (lambda it: it.matrix("x", rows="town"), "可用的是 zone"),
        (lambda it: it.spread("x", panel="some"), "可用的是 held"),
        (lambda it: it.absent("-x"), "按段说的"),
        (lambda it: it.section(REPORTS[0].id, "99"), "没有 99 这一段"),
        (lambda it: it.section(REPORTS[0].id, 2.3), "section 应是文字"),
        (lambda it: it.section("nonesuch", "1"), "没有编号为 nonesuch 的报告"),
        (lambda it: xunzhang.open(3), "folder 应是文件夹的路径"),
        (lambda it: xunzhang.open(""), "folder 应是"),
        (lambda it: xunzhang.open(it.folder / "nowhere"), "xunzhang build"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(corpus, ask, said):
    with pytest.raises(xunzhang.Error) as caught:
        ask(corpus)
    assert said in str(caught.value)


def test_a_wrong_kind_is_a_type_error_too(corpus):
    with pytest.raises(TypeError):
        corpus.search(3)


def test_in_english(corpus, monkeypatch):
    monkeypatch.setenv("XUNZHANG_LANG", "en")
    with pytest.raises(xunzhang.Error, match="query should be a text"):
        corpus.search(3)
    with pytest.raises(xunzhang.Error, match="The year “soon” cannot be read"):
        corpus.search("x", year="soon")


def test_names():
    assert set(dir(xunzhang)) == set(xunzhang.__all__)
    assert all(getattr(xunzhang, name) for name in xunzhang.__all__)
    with pytest.raises(AttributeError):
        xunzhang.nothing  # noqa: B018
