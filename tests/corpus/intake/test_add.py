"""Pages into the store: one report a page, nothing lost, every turned-down page with its reason."""

import gzip
import io
from dataclasses import replace

import pytest
from material.pages_written import LIST_PAGE, html_page, text_page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.intake.add import add
from corpus.intake.arrive import Unreadable, files_of, pages_of
from corpus.intake.files import Found
from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.store.pages import LARGEST_PAGE


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def outcomes(store, *paths, **options):
    return [(outcome.status, outcome.report.id if outcome.report else None) for outcome in add(store, paths, **options)]


def test_a_file_becomes_a_report(store, tmp_path):
    path = write(tmp_path / "一.txt", text_page().body)
    (outcome,) = add(store, [path])
    assert outcome.status == "added"
    assert outcome.source == "一.txt"
    held = store.report(outcome.report.id)
    assert held == outcome.report
    assert held.url is None
    assert held.year == 2023
    assert held.sections
    assert store.pages.versions(held.id)[0].body == path.read_bytes()


def test_adding_again_changes_nothing(store, tmp_path):
    path = write(tmp_path / "一.txt", text_page().body)
    (first,), (second,) = outcomes(store, path), outcomes(store, path)
    assert second == ("unchanged", first[1])
    assert len(store.pages.versions(first[1])) == 1


def test_a_file_keeps_its_id_when_its_bytes_change(store, tmp_path):
    path = write(tmp_path / "一.txt", text_page().body)
    ((_, name),) = outcomes(store, path)
    write(path, text_page(figure=99).body)
    assert outcomes(store, path) == [("replaced", name)]
    assert "99件" in "".join(section.text for section in store.report(name).sections)
    assert len(store.pages.versions(name)) == 2
    # the old bytes elsewhere are another report now, with an id of their own
    ((status, other),) = outcomes(store, write(tmp_path / "旧.txt", text_page().body))
    assert status == "added"
    assert other != name


def test_equal_bytes_are_one_report_with_several_sources(store, tmp_path):
    one, two = (write(tmp_path / name, text_page().body) for name in ("一.txt", "二.txt"))
    found = outcomes(store, one, two)
    assert found[0][1] == found[1][1]
    held = store.report(found[0][1])
    assert held.sources == (one.as_uri(), two.as_uri())
    write(two, text_page(figure=7).body)  # it goes its own way; the first stays
    ((status, other),) = outcomes(store, two)
    assert (status, other != held.id) == ("added", True)
    assert "52件" in "".join(section.text for section in store.report(held.id).sections)


def test_one_address_is_one_report_however_written(store):
    first = take(store, html_page("http://www.songtang.example/a/1.html"))
    again = take(store, html_page("https://songtang.example/a/1.html#top", figure=60))
    assert (first.status, again.status) == ("added", "replaced")
    assert first.report.id == again.report.id
    assert again.report.url == "https://songtang.example/a/1.html#top"


def test_a_bad_page_stops_nothing(store, tmp_path):
    folder = tmp_path / "reports"
    write(folder / "a-empty.txt", b"")
    write(folder / "b-binary.txt", bytes(range(256)) * 40)
    write(folder / "c-nobody.html", b"<html><head><title>x</title></head><body></body></html>")
    write(folder / "d-list.html", LIST_PAGE)
    with (folder / "e-large.html").open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    write(folder / "f-good.txt", text_page().body)
    write(folder / "NOTICE.txt", "说明".encode())
    write(folder / "style.css", b"p {}")
    found = list(add(store, [folder, tmp_path / "nowhere.txt"]))
    assert [outcome.status for outcome in found] == [
        "failed",
        "failed",
        "failed",
        "refused",
        "failed",
        "added",
        "failed",
    ]
    for outcome in found:
        if outcome.status != "added":
            assert outcome.reason.endswith("。"), outcome
            assert "Traceback" not in outcome.reason


def test_a_page_that_went_bad_does_not_push_out_what_is_held(store):
    held = take(store, html_page()).report
    for body in (b"", LIST_PAGE, b"<html><body>404</body></html>"):
        assert take(store, replace(html_page(), body=body)).status in ("failed", "refused")
        assert store.report(held.id) == held


def test_any_takes_what_is_refused_and_remembers(store, tmp_path):
    article = "关于举办招商活动的通知\n" + "\n".join(
        f"第{n}条意见，请各单位结合实际认真做好准备工作，按时报送材料。" for n in "一二三四五六七八"
    )
    path = write(tmp_path / "通知.txt", article.encode())
    assert [status for status, _ in outcomes(store, path)] == ["refused"]
    ((status, name),) = outcomes(store, path, take_any=True)
    assert status == "added"
    assert not any(change.fields for change in reclean(store))
    assert store.report(name).refused is None
    assert name in store.stamps()


def test_a_removed_address_does_not_come_back(store):
    held = take(store, html_page()).report
    store.remove(held.id)
    outcome = take(store, html_page())
    assert outcome.status == "refused"
    assert "removed.txt" in outcome.reason


def test_corrections_hold_at_every_cleaning(store):
    held = take(store, html_page()).report
    store.correct(held.id, "year", "2022", "封面")
    (change,) = reclean(store)
    assert "year" in change.fields
    again = store.report(held.id)
    assert again.year == 2022
    assert again.provenance["year"].source == "人工更正：封面"
    assert take(store, html_page(figure=70)).report.year == 2022


def test_a_damaged_record_is_made_again(store):
    held = take(store, html_page()).report
    (store.data / "reports" / f"{held.id}.json").write_text("{")
    list(reclean(store))
    assert store.report(held.id) == held


def warc(path, *pages, status="200 OK", kind="text/html"):
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for page in pages:
        http = StatusAndHeaders(status, [("Content-Type", kind), ("Content-Encoding", "gzip")], protocol="HTTP/1.1")
        payload = io.BytesIO(gzip.compress(page.body))
        writer.write_record(writer.create_warc_record(page.address, "response", payload=payload, http_headers=http))
    return write(path, buffer.getvalue())


def test_archives_give_their_pages(store, tmp_path):
    pages = [html_page(f"https://songtang.example/{year}.html", year=year) for year in (2021, 2022, 2023)]
    path = warc(tmp_path / "crawl.warc.gz", *pages)
    found = list(add(store, [path]))
    assert [outcome.status for outcome in found] == ["added"] * 3
    assert {outcome.report.url for outcome in found} == {page.address for page in pages}
    assert store.pages.versions(found[0].report.id)[0].body == pages[0].body


def test_archives_that_break_off_give_what_they_have(store, tmp_path):
    pages = [html_page(f"https://songtang.example/{year}.html", year=year) for year in (2021, 2022, 2023)]
    path = warc(tmp_path / "crawl.warc.gz", *pages)
    write(path, path.read_bytes()[:-200])
    assert [outcome.status for outcome in add(store, [path])] == ["added", "added", "failed"]


def test_what_is_no_page_in_an_archive_is_passed_over(tmp_path):
    assert list(pages_of(Found(warc(tmp_path / "a.warc.gz", html_page(), status="404 Not Found")))) == []
    assert list(pages_of(Found(warc(tmp_path / "b.warc.gz", html_page(), kind="image/png")))) == []


def test_unreadable_paths_are_said_to_be_so(tmp_path):
    (found,) = pages_of(Found(tmp_path / "nowhere.txt"))
    assert isinstance(found, Unreadable)
    (found,) = pages_of(Found(write(tmp_path / "a.warc.gz", b"no archive")))
    assert isinstance(found, Unreadable)


def test_folders_are_read_in_order_and_only_for_pages(tmp_path):
    for name in ("b/2.html", "b/1.txt", "a.pdf", "gold/x.json", ".hidden.txt", "NOTICE.txt", "c.warc.gz", "d"):
        write(tmp_path / name, b"x")
    found = [found.path.relative_to(tmp_path).as_posix() for found in files_of([tmp_path, tmp_path / "a.pdf"])]
    assert found == ["a.pdf", "b/1.txt", "b/2.html", "c.warc.gz", "d"]


def test_a_huge_file_is_not_read_whole(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(3 * LARGEST_PAGE)
    (page,) = pages_of(Found(path))
    assert len(page.body) == LARGEST_PAGE + 1


def test_a_page_of_the_web_that_nobody_can_read_is_kept_and_may_be_read_one_day(store):
    page = Page("https://songtang.example/a/9.html", b"\x00\x01\x02" * 400, "text/html")
    added = take(store, page)
    assert (added.status, added.report) == ("failed", None)
    entry = store.ledger.by_address(page.address)
    assert store.report(entry.report).refused == added.reason
    assert store.pages.versions(entry.report)[-1].body == page.body
    better = replace(page, body=html_page().body)
    assert take(store, better).status == "added"
    assert take(store, page).status == "failed"
    assert not store.report(entry.report).refused
    assert store.pages.versions(entry.report)[-1].body == better.body


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("扫描件.PNG", True),
        ("第一页.jpeg", True),
        ("全文.tif", True),
        ("网页.mhtml", True),
        ("报告_files/logo.png", False),
        ("报告.files/banner.jpg", False),
        ("报告_files/frame.html", True),
        ("封面.gif", False),
    ],
)
def test_in_a_folder_pictures_are_looked_at_but_those_of_a_saved_page(tmp_path, name, seen):
    path = tmp_path / "报告" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    assert [found.path for found in files_of([tmp_path])] == ([path] if seen else [])
