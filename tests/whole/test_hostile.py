"""Reports and questions written by an enemy: in pages, JSON, tables and feeds they are text and
nothing else."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from urllib.parse import quote

import pytest
from material.loopback import served
from material.site_corpus import REPORTS, report, site

from corpus.intake.add import add
from corpus.store.folder import Store
from web.app import create_app

html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed (make test installs it)")

ATOM = "{http://www.w3.org/2005/Atom}"
SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
CLOSING = "</title></textarea></style></mark></script><svg onload=alert(3)>"
ENTITY = "&lt;script&gt;alert(4)&lt;/script&gt;&#60;b&#62;"
TEMPLATE = "{{ 7*7 }}{% raw %}${7*7}<%= 7*7 %>"
CDATA = "]]><script>alert(5)</script><![CDATA["
BIDI = "\u202e文倒\u202c\u2066甲\u2069\u200f"
LONG = "长" * 3000 + "a" * 600
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("javascript:alert(6)")', "＝1+1")
TEXTS = (SCRIPT, IMAGE, CLOSING, ENTITY, TEMPLATE, CDATA, BIDI)
ZONE = f"恶意区{IMAGE}/..%2f?q=1#s1"
SOURCES = (
    "javascript:alert(7)",
    "JaVaScRiPt:alert(7)//https://ok.example",
    " javascript:alert(7)",
    "data:text/html,<script>alert(7)</script>",
    'https://ok.example/"onmouseover=alert(7)//',
    "https://",
    "http:///no-host",
    "file:///etc/<script>alert(7)</script>.txt",
)


def hostile_reports():
    """A report that is hostile wherever something can be written, and one whose every cell begins
    like a formula."""
    sections = [
        (str(n), 1, f"{n}、", text, f"{n}、{text}\n正文说明：{text}。结尾说明。", "其他")
        for n, text in enumerate(TEXTS, 1)
    ]
    everywhere = report(
        "eeeeeeeeeee1",
        ZONE,
        2023,
        [*sections, ("8", 1, None, None, f"很长说明：{LONG}", None)],
        place=(SCRIPT, IMAGE),
        title=f"{CLOSING}报告说明{SCRIPT}",
        zone_then=IMAGE,
        county=SCRIPT,
        level=IMAGE,
        kind=SCRIPT,
        number=CLOSING,
        issued=IMAGE,
        published=SCRIPT,
        url="javascript:alert(7)",
        sources=SOURCES,
        front=TEXTS,
        back=TEXTS,
    )
    cells = [(str(n), 1, None, formula, f"{formula}是算式说明", formula) for n, formula in enumerate(FORMULAS, 1)]
    formulas = report("eeeeeeeeeee2", "=1+1", 2022, cells, place=("@SUM(A1)", "+1+1"), title="-1+1", kind="=1+1")
    return everywhere, formulas


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    site(folder, (*REPORTS, *hostile_reports()), notice=f"示例{SCRIPT}")
    page, column = folder / "恶意<img src=x onerror=alert(9)>.html", folder / "column.html"
    page.write_text(RAW, encoding="utf-8")
    column.write_text(f"<html><body>{SCRIPT}<a href='javascript:alert(9)'>列表</a></body></html>", encoding="utf-8")
    assert {added.status for added in add(Store(folder), [page], take_any=True)} == {"added"}
    assert {added.status for added in add(Store(folder), [column])} == {"refused"}
    return folder


@pytest.fixture(scope="module")
def client(data):
    return create_app(data).test_client()


@pytest.fixture(scope="module")
def root(data):
    with served(data) as address:
        yield address


RAW = f"""<html><head><title>恶意区2023年法治政府建设年度报告{IMAGE}</title></head><body onload="alert(8)">{SCRIPT}
<h1>恶意区2023年法治政府建设年度报告</h1><p>一、主要举措</p><p onclick="alert(8)">坚持依法行政，办理行政复议案件五十二件。{ENTITY}&#2;</p>
<p>二、存在的问题</p><p>能力仍然不足，需要继续努力。</p></pre>{SCRIPT}<iframe src="javascript:alert(8)"></iframe></body></html>"""
QUERIES = (*TEXTS, LONG[:400], *FORMULAS, "javascript:alert(1)", "\x00\x07", "%3Cscript%3E", "\u202e" * 100, "<" * 500)
PAGES = (
    "/search?q=说明",
    "/search?q=说明&view=kwic&context=60",
    "/search?q=说明&view=reports",
    "/search?q=结尾说明&year=2023",
    f"/search?zone={quote(ZONE)}&kind={quote(SCRIPT)}&level={quote(IMAGE)}",
    "/search?q=报告说明",
    "/r/eeeeeeeeeee1",
    "/r/eeeeeeeeeee1?q=说明&n=3",
    "/r/eeeeeeeeeee1?q=说明&lang=en&script=hans",
    f"/r/eeeeeeeeeee1?from={quote(SCRIPT)}",
    f"/r/eeeeeeeeeee1/{quote(IMAGE, safe='')}",
    "/r/eeeeeeeeeee2",
    "/r/eeeeeeeeeee1/receipt",
    "/coverage",
    "/zones",
    f"/zones/{quote(ZONE, safe='')}",
    f"/zones/{quote(SCRIPT, safe='')}",
    f"/r/{quote(SCRIPT, safe='')}",
    f"/{quote(IMAGE, safe='')}",
)


def faults(body):
    """What would run, or go where it should not, in a page as a browser reads it."""
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("img", "iframe", "object", "embed", "style") or "onload" in element.attrib:
            yield element.tag, element.attrib
        if element.tag == "script" and not element.get("src", "").startswith("/static/"):
            yield "script", element.attrib
        if given := [name for name in element.attrib if str(name).startswith("on") or name in ("style", "srcdoc")]:
            yield element.tag, given
        for name in ("href", "src", "action"):
            link = re.sub(r"[\s\x00-\x1f]", "", element.get(name) or "/").lower()
            if not link.startswith(("/", "#", "https://", "http://")) or link.startswith("//"):
                yield element.tag, link


@pytest.mark.parametrize("address", PAGES)
def test_no_page_runs_what_a_report_says(client, address):
    answer = client.get(address)
    assert answer.status_code in (200, 302, 404, 410)
    assert list(faults(answer.text)) == []
    assert "49" not in re.findall(r"7\*7|\b49\b", answer.text)


@pytest.mark.slow
@pytest.mark.parametrize("view", ["list", "kwic", "reports"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_runs_what_is_asked(client, view, lang):
    for query in QUERIES:
        for name in ("q", "zone", "part", "kind", "level"):
            answer = client.get("/search", query_string={name: query, "view": view, "lang": lang})
            assert answer.status_code in (200, 400), (name, query)
            assert list(faults(answer.text)) == [], (name, query)


@pytest.mark.parametrize(
    "name", ["year", "region", "sort", "offset", "limit", "view", "order", "context", "sample", "seed", "lang"]
)
def test_hostile_values_are_refused_as_text(client, name):
    for value in (*TEXTS, "１", "1e3", "0x10", "-1", "9" * 400):
        answer = client.get("/search", query_string={name: value})
        assert answer.status_code == 400, value
        assert list(faults(answer.text)) == []


def test_a_raw_page_is_shown_as_text(client, data):
    reports = Store(data).reports()
    identity = next(
        each.id for each in reports if "onerror%3Dalert%289%29" in each.sources[0] or "alert(9)" in each.sources[0]
    )
    for address in (f"/r/{identity}", f"/r/{identity}/receipt", f"/r/{identity}?q=行政复议"):
        assert list(faults(client.get(address).text)) == []
    shown = html5lib.parse(client.get(f"/r/{identity}/receipt").text, namespaceHTMLElements=False).find(".//pre")
    assert SCRIPT in "".join(shown.itertext())
    assert list(faults(client.get("/coverage").text)) == []
    record = client.get(f"/api/reports/{identity}").text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]|\\u00[01]", record)


def test_text_is_shown_as_it_was_written(client):
    article = html5lib.parse(client.get("/r/eeeeeeeeeee1").text, namespaceHTMLElements=False).find(".//article")
    shown = "".join(article.itertext())
    for text in TEXTS:
        assert shown.count(text) >= 4  # heading, sentence, and the lines before and behind


def test_sources_that_are_no_address_are_no_link(client):
    tree = html5lib.parse(client.get("/r/eeeeeeeeeee1").text, namespaceHTMLElements=False)
    links = [link.get("href") for link in tree.iterfind(".//dd[@class='sources']/a")]
    assert all(link.startswith(("http://", "https://")) for link in links)
    assert not [link for link in links if "javascript" in link.lower() or "data:" in link]


def test_json_is_not_read_as_a_page(client):
    for address in (
        "/api/search?q=说明",
        "/api/kwic?q=说明&context=60",
        "/api/reports/eeeeeeeeeee1",
        "/search.json?q=说明",
    ):
        answer = client.get(address)
        assert answer.mimetype == "application/json"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert SCRIPT in str(answer.get_json())
    assert client.get("/reports.jsonl").headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("view", ["list", "kwic"])
def test_no_cell_of_a_table_is_a_formula(client, view):
    rows = []
    for query in ("说明", "算式说明", "=1+1", '"算式"', "@SUM(A1)"):
        answer = client.get("/search.csv", query_string={"q": query, "view": view})
        rows += list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if re.match(r"[\s\u200b\ufeff\u3000]*[=+\-@＝＋－＠]", cell)] == []
    assert any("1+1" in cell for cell in cells)


def test_a_feed_is_well_formed_and_harmless(client):
    for query in ("说明", "算式", "", CDATA, "\x0b\x0c"):
        feed = ET.fromstring(client.get("/search.atom", query_string={"q": query}).data)
        for content in feed.iterfind(f"{ATOM}entry/{ATOM}content"):
            assert list(faults(content.text or "")) == []
        links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
        assert [link for link in links if not re.match(r"/(search|r/)", link)] == []


def test_redirects_stay_on_the_site(client):
    for address in ("/r//evil.example", "//evil.example/r/x", "/r/%2F%2Fevil.example/1", "/zones//evil.example"):
        where = client.get(address).headers.get("Location", "/")
        assert where.startswith("/") or where.startswith("http://localhost/")
        assert not where.startswith("//")


def test_nothing_runs_in_a_browser(open_page):
    """A dialog, an error in the console or a blocked script fails the test."""
    page = open_page("/")
    base = page.url.rstrip("/")
    for address in PAGES:
        page.goto(base + address)
        assert page.evaluate("[...document.querySelectorAll('img, iframe, [onerror], [onload]')].length") == 0
    page.goto(f"{base}/r/eeeeeeeeeee1")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.locator(".sources a").first.hover()
    assert SCRIPT in page.inner_text(".text")


def test_long_words_do_not_push_the_page_wider(open_page):
    page = open_page("/", viewport={"width": 375, "height": 700})
    base = page.url.rstrip("/")
    for address in (
        "/search?q=很长说明",
        "/search?q=很长说明&view=kwic",
        "/search?q=说明&view=reports",
        "/r/eeeeeeeeeee1",
        "/zones",
    ):
        page.goto(base + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375, address


def test_the_box_takes_hostile_text(open_page):
    page = open_page("/")
    for text in (SCRIPT, IMAGE, "{{7*7}}", BIDI):
        page.fill("#q", text)
        with page.expect_navigation():
            page.press("#q", "Enter")
        assert page.input_value("#q") == text
        assert page.locator("main img, main script").count() == 0


def test_continuations_are_text(open_page):
    page = open_page("/")
    page.route("**/api/suggest*", lambda route: route.fulfill(json={"suggestions": [{"text": IMAGE, "sections": 1}]}))
    page.type("#q", "恶")
    option = page.locator("#continuations li").first
    option.wait_for()
    assert IMAGE in option.inner_text()
    assert page.locator("#continuations img").count() == 0


def test_direction_signs_of_a_report_end_with_it(open_page):
    """A right-to-left override in a heading does not turn round what stands behind it."""
    page = open_page("/search?q=说明&sort=zone&limit=50")
    turned = page.locator(".hit", has_text="文倒").first
    turned.wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('.hit h2 .own')).unicodeBidi") in (
        "isolate",
        "plaintext",
    )
