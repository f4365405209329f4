"""How many bytes of HTML a page is, over issuers as many and as busy as a country has; and that what
a page leaves out stands on another one."""

import re
from itertools import product
from urllib.parse import unquote

import pytest
from material.site_corpus import report, site

from web.finding.room import LINE
from web.pages.facet_list import MOST_UNFOLDED

MOST = 100_000  # bytes
LONG_QUERY = '推行 OR "' + "任何单位和个人不得违反本条例规定，县级以上人民政府应当加强组织领导。" * 13 + '"'
PLACES = [
    (province, city)
    for province, cities in {
        "广东省": "广州市 韶关市 深圳市 珠海市 汕头市 佛山市 江门市 湛江市 茂名市 肇庆市 惠州市 梅州市",
        "福建省": "福州市 厦门市 莆田市 三明市 泉州市 漳州市 南平市 龙岩市 宁德市",
        "浙江省": "杭州市 宁波市 温州市 嘉兴市 湖州市 绍兴市 金华市 衢州市 舟山市 台州市 丽水市",
        "山东省": "济南市 青岛市 淄博市 枣庄市 东营市 烟台市 潍坊市 济宁市 泰安市 威海市",
    }.items()
    for city in cities.split()
]
YEARS = range(2012, 2024)
ZONES = 130
TEXT = "一、工作举措\n" + "推行免扰清单，行政复议总体平稳，第一责任人履职到位。" * 4


def name(number):
    return f"云间第{number:03d}高新技术产业开发区"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """130 issuers in 42 cities, a report in each of twelve years; one with twelve a year since
    1960."""
    sections = [("1", 1, "一、", "工作举措", TEXT, "举措成效")]
    many = [
        report(f"m{number:06d}{year}", name(number), year, sections, place=PLACES[number % len(PLACES)])
        for number, year in product(range(ZONES), YEARS)
    ]
    busy = [
        report(f"b{copy:06d}{year}", "繁忙试验区", year, sections, place=PLACES[0])
        for copy, year in product(range(12), range(1960, 2024))
    ]
    return site(tmp_path_factory.mktemp("crowd"), [*many, *busy]).test_client()


@pytest.fixture(scope="module")
def titled(tmp_path_factory):
    """220 issuers with names as long as any."""
    return site(tmp_path_factory.mktemp("titled"), _long_titles()).test_client()


def _long_titles():
    """Sections behind headings as long as any, of issuers with such names, that say much."""
    heading = "关于进一步加强和规范行政执法监督与行政复议工作以及推行柔性执法的若干措施"
    for number in range(220):
        text = f"（{number}）{heading}\n" + f"推行第{number}号清单，规范行政执法，加强监督检查，落实主体责任。" * 12
        sections = [
            ("1", 1, "一、", heading, f"一、{heading}", None),
            ("1.1", 2, f"（{number}）", heading, text, "举措成效"),
        ]
        yield report(
            f"t{number:06d}2022", f"云间第{number:03d}经济技术开发区和综合保税区联合管理委员会", 2022, sections
        )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "address",
    [
        *("/", "/zones", "/zones?offset=150", "/zones/繁忙试验区", "/zones/繁忙试验区?offset=300", "/coverage"),
        *("/search", "/search?q=行政复议", '/search?q="行政复议" 免扰清单&sort=newest', "/search?q=行政复议&view=kwic"),
        *("/search?view=reports", "/search?q=行政复议&view=reports", "/search?q=行政复议&region=440000"),
        *[f"/search?q=行政复议&unfold={facet}" for facet in ("zone", "region", "year", "part")],
        "/search?q=行政复议&unfold=region&named=州",
        *('/phrase?q="免扰清单"', "/phrase", '/phrase?q="免扰清单"&rows=province', '/phrase?q=-"免扰清单"'),
        *('/phrase?q="免扰清单"&offset=40&order=sections', '/phrase?q="免扰清单"&q="行政复议"', "/advanced"),
    ],
)
def test_no_page_is_heavy(client, address, lang):
    answer = client.get(address, headers={"Accept-Language": lang})
    assert answer.status_code == 200
    assert len(answer.data) <= MOST


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("limit", [20, 50, 100, 200])
@pytest.mark.parametrize(
    "query", ["推行", "规范 监督 落实 柔性", "行政复议", LONG_QUERY], ids=["one", "four", "short", "long"]
)
@pytest.mark.parametrize(
    "view",
    [
        *("", "&sort=newest", "&unfold=zone", "&unfold=region&named=州", "&view=reports", "&view=reports&unfold=zone"),
        *("&view=kwic", "&view=kwic&context=60", "&view=kwic&order=zone", "&year=2022", "&per=report"),
    ],
)
def test_no_page_of_any_length_is_heavy(client, titled, query, limit, view, lang):
    for corpus in (client, titled):
        answer = corpus.get(f"/search?q={query}&limit={limit}{view}", headers={"Accept-Language": lang})
        assert answer.status_code == 200
        lines = limit if limit > 100 or (corpus is titled and limit == 100) else 0
        assert len(answer.data) <= max(MOST, LINE * lines)


@pytest.mark.parametrize(
    ("query", "limit", "shown"),
    [("推行", 20, 20), ("推行", 50, 50), ("推行", 100, 100), ("推行", 200, 200), (LONG_QUERY, 20, 8)],
    ids=["20", "50", "100", "200", "long"],
)
def test_a_page_has_as_many_hits_as_fit_and_the_next_goes_on(client, query, limit, shown):
    found, address = [], f"/search?q={query}&limit={limit}"
    for _ in range(3):
        page = client.get(address).text
        hits = re.findall(r'class="permalink" href="(/r/[^"?]*)', page)
        assert len(hits) == shown
        found += hits
        address = re.search(r'rel="next" href="([^"]*)"', page)[1].replace("&amp;", "&")
    assert len(set(found)) == 3 * shown


@pytest.mark.parametrize(
    ("limit", "said"), [(20, []), (70, ["一页列得多，摘录从短。"]), (100, ["一页列得多，摘录从短。"])]
)
def test_what_is_left_out_is_said_and_excerpts_still_mark(titled, limit, said):
    page = titled.get(f"/search?q=规范行政执法&limit={limit}").text
    assert re.findall(r"<li>([^<]*(?:摘录从短|一页列 \d+ 条)。)</li>", page) == said
    excerpts = re.findall(r'<p class="snippet[^>]*>(.*?)</p>', page, re.DOTALL)
    assert len(excerpts) > 10
    assert all("<mark>" in each for each in excerpts)


def test_what_programs_take_is_as_long_as_asked_for(client):
    assert len(client.get("/api/search?q=推行&limit=200").json["hits"]) == 200
    assert "%E6%8E%A8%E8%A1%8C" in client.get("/api/search?q=推行&limit=1").json["hits"][0]["url"]


def facet(page, key):
    return re.search(rf'<section class="facet" aria-labelledby="facet-{key}">.*?</section>', page, re.DOTALL)[0]


def values(page, key):
    return [unquote(each) for each in re.findall(rf' id="{key}-([^"]*)"', facet(page, key))]


def onwards(page, key):
    link = re.search(r'<a class="more" href="([^"#]+)#[^"]*" rel="nofollow">还有', facet(page, key))
    return link and link[1].replace("&amp;", "&")


def test_every_value_of_a_long_list_stands_on_a_page(client):
    found, address = [], onwards(client.get("/search?q=行政复议").text, "zone")
    while address:
        page = client.get(address).text
        assert len(values(page, "zone")) <= MOST_UNFOLDED
        found += values(page, "zone")
        address = onwards(page, "zone")
    assert len(found) == len(set(found)) == ZONES + 1


@pytest.mark.parametrize(
    ("key", "part", "expected"),
    [
        ("zone", "第12", [name(number) for number in range(120, 130)]),
        ("zone", "第０１２ 高新", [name(12)]),
        ("zone", "没有", []),
        ("region", "厦门", ["350000", "350200"]),
        ("year", "201", [str(year) for year in range(2019, 2009, -1)]),
    ],
)
def test_long_lists_are_sifted_without_a_script(client, key, part, expected):
    page = client.get(f"/search?q=行政复议&unfold={key}&named={part}").text
    assert sorted(values(page, key)) == sorted(expected)
    assert f'name="named" value="{part}"' in page


def test_what_is_chosen_stays_in_a_sifted_list(client):
    page = client.get(f"/search?q=行政复议&unfold=zone&named=第12&zone={name(7)}").text
    assert values(page, "zone")[0] == name(7)
    assert len(values(page, "zone")) == 11


def test_cities_stand_under_the_chosen_province_where_they_are_many(client):
    first = values(client.get("/search?q=行政复议").text, "region")
    assert {code[2:] for code in first} == {"0000"}
    cities = values(client.get("/search?q=行政复议&region=350000").text, "region")
    assert {code for code in cities if not code.endswith("0000")} == {f"350{n}00" for n in range(1, 10)}


def test_years_without_a_bar_are_one_row(client):
    page = client.get("/search?q=免扰清单").text
    bars = re.findall(r'<span class="y" aria-hidden="true">(\d+)</span>', page)
    assert (bars[0], bars[-1]) == ("2023", "2000")
    where = re.search(r'href="([^"]+)" rel="nofollow">1999 年和更早', page)[1].replace("&amp;", "&")
    counted = int(re.search(r"<strong>(\d+) 段", client.get(where).text)[1])
    assert counted == 12 * len(range(1960, 2000))
