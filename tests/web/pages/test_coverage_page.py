"""Pages that say what is held, what is missing and why, and what cleaning did."""

import re

import pytest
from material.pages_written import LIST_PAGE, html_page

from corpus.coverage import NotHeld, coverage
from corpus.crawl.journal import JOURNAL, Journal, line_of
from corpus.crawl.visit import Visit
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.store.record import read_record
from corpus.wording.coded import general
from index.build import build
from web.address.remembered import Remembered
from web.app import create_app
from web.pages.coverage_page import MOST_SOURCES
from web.pages.listing import SHOWN


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    for year in (2020, 2023):
        take(store, html_page(f"https://songtang.example/{year}.html", year=year))
    take(store, Page("https://songtang.example/list.html", LIST_PAGE, "text/html"))
    build(store, tmp_path / "index")
    return store


@pytest.fixture
def client(store):
    return create_app(store.data).test_client()


def test_coverage_says_what_is_held_missing_and_refused(client):
    page = client.get("/coverage").get_data(as_text=True)
    assert "收录 2 份报告，1 个主体；前后都有而中间缺的，2 年" in page
    assert 'class="gap" title="没有收录">2021' in page
    assert "songtang.example/list.html" in page


def test_coverage_follows_the_store(store, client):
    take(store, html_page("https://songtang.example/2021.html", year=2021))
    assert "收录 3 份报告，1 个主体；前后都有而中间缺的，1 年" in client.get("/coverage").get_data(as_text=True)


def test_coverage_of_nothing(tmp_path):
    assert "还没有收录报告" in create_app(tmp_path).test_client().get("/coverage").get_data(as_text=True)


def test_a_receipt_shows_the_raw_page_as_text(store):
    body = html_page().body.replace(b"<body>", "<body><script>alert(1)</script><p>电话：13900001234</p>".encode())
    held = take(store, Page("https://songtang.example/x.html", body.replace(b"52", b"53"), "text/html")).report
    page = create_app(store.data).test_client().get(f"/r/{held.id}/receipt").get_data(as_text=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "139********" in page
    assert "13900001234" not in page


def test_a_refused_page_has_a_receipt_only_where_the_site_shows_such(store, client):
    (refused,) = store.refused()
    address = f"/r/{refused.id}/receipt"
    assert client.get(address).status_code == 404
    assert address not in client.get("/coverage").get_data(as_text=True)
    open_client = create_app(store.data, show_refused=True).test_client()
    assert open_client.get(address).status_code == 200
    assert refused.refused in open_client.get(address).get_data(as_text=True)
    assert address in open_client.get("/coverage").get_data(as_text=True)


@pytest.mark.parametrize("address", ["/r/nothere/receipt", "/r/../receipt", "/r/%00/receipt"])
def test_unknown_receipts(client, address):
    assert client.get(address).status_code == 404


def test_pages_kept_out_for_one_reason(store, client):
    for number in range(8):
        body = LIST_PAGE.replace(b"<body>", f"<body><p>{number}</p>".encode())
        take(store, Page(f"https://songtang.example/list{number}.html", body, "text/html"))
    page = client.get("/coverage").get_data(as_text=True)
    assert page.count("songtang.example/list") == 5
    more = re.search(r'href="(/coverage\?reason=[^"]+)"', page)[1]
    assert client.get(more).get_data(as_text=True).count("songtang.example/list") == 9
    assert client.get("/coverage?reason=x").status_code == 200


def test_reasons_are_grouped_without_what_is_particular():
    pages = [NotHeld("refused", f"{n}.html", f"正文只有 {n} 个汉字，不成一份报告。") for n in range(9)]
    assert {general(page.reason) for page in pages} == {"正文只有 … 个汉字，不成一份报告。"}


def test_records_are_read_again_only_where_they_changed(store, monkeypatch):
    read, remembered = [], Remembered(store.data)
    monkeypatch.setattr("web.address.remembered.read_record", lambda path: read.append(path.stem) or read_record(path))
    assert coverage(remembered) == coverage(store)
    assert len(read) == 3
    held = take(store, html_page("https://songtang.example/2022.html", year=2022)).report
    store.drop(next(report.id for report in store.reports() if report.year == 2020))
    read.clear()
    assert coverage(remembered) == coverage(store)
    assert read == [held.id]


SITE = "https://songtang.example/"


def crawled(store):
    """A source with two reports, one of them gone since, and one that gave nothing."""
    journal = Journal(store.data / JOURNAL)
    journal.begin("2026-03-01T00:00:00Z", "开发区.csv")
    held = {report.year: report.id for report in store.reports()}
    lines = [line_of(Visit(SITE, source=SITE), "refused", "2026-03-01T00:00:01Z", came="2026-03-01")]
    for year, status in ((2020, "gone"), (2023, "new")):
        visit = Visit(f"{SITE}{year}.html", source=SITE)
        first = f"{year + 1}-02-03T00:00:00Z"
        lines.append(line_of(visit, status, "2026-03-01T00:00:02Z", report=held[year], first=first))
    other = "https://qingshi.example/"
    lines.append(line_of(Visit(other, source=other), "failed", "2026-03-02T00:00:00Z", reason="域名无法解析。"))
    journal.write(lines)
    store.gone.note(f"{SITE}2020.html", "2026-03-01T00:00:02Z", 404)


def test_coverage_has_a_row_a_source(store, client):
    crawled(store)
    page = re.sub(r"<[^>]+>", "|", client.get("/coverage").get_data(as_text=True))
    rows = [[cell for cell in line.split("|") if cell] for line in page.split("\n") if "songtang.example/|" in line]
    assert rows[0][2:] == ["2", "2026-03-01", "2024-02-03", "2021 2022", "1", "—"]
    assert "域名无法解析。" in page
    english = client.get("/coverage?lang=en").get_data(as_text=True)
    assert "Last new report" in english


def test_many_sources_have_pages_of_their_own(store, client):
    journal = Journal(store.data / JOURNAL)
    journal.begin("2026-03-03T00:00:00Z", "开发区.csv")
    addresses = [f"https://s{number:03d}.example/" for number in range(2 * SHOWN + 1)]
    journal.write(
        [
            line_of(Visit(each, source=each), "failed", "2026-03-03T00:00:01Z", reason="域名无法解析。")
            for each in addresses
        ]
    )
    first = client.get("/coverage").get_data(as_text=True)
    assert first.count("<tr><td>") == MOST_SOURCES
    address = re.search(r'href="(/coverage\?sources=all)"', first)[1]
    found = []
    while address:
        page = client.get(address).get_data(as_text=True)
        found += re.findall(r'<tr><td><a href="([^"]+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following and following[1].replace("&amp;", "&")
    assert set(addresses) <= set(found)
    assert len(found) == len(set(found))
    assert client.get("/coverage?sources=some").status_code == 400


def test_a_report_says_that_its_address_is_gone(store, client):
    crawled(store)
    gone, there = (store.ledger.by_address(f"{SITE}{year}.html").report for year in (2020, 2023))
    assert "2026-03-01 起已打不开" in client.get(f"/r/{gone}").get_data(as_text=True)
    assert "已打不开" not in client.get(f"/r/{there}").get_data(as_text=True)
