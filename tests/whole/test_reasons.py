"""Wherever a program reads a reason or evidence, it finds a code and values, and the sentence beside
them; what earlier versions kept is still read and shown."""

import csv
import json

import pytest
from click.testing import CliRunner
from material.pages_written import LIST_PAGE, html_page

from corpus.coverage import coverage
from corpus.crawl.journal import COLUMNS, JOURNAL, Journal, Line
from corpus.intake.reclean import reclean
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.wording.coded import said, to_record
from web.app import create_app
from web.command import main

LIST = to_record(said("list"))
PHONE = "13900001234"
TITLE = f"某某开发区{PHONE}工作通知"
NOTICE = f"<title>{TITLE}</title><body><h1>{TITLE}</h1>" + "<p>请各单位抓好值班值守，发现问题及时处置。</p>" * 15
SHAPE = {"code", "values", "text"}


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "data")
    take(store, html_page())
    take(store, Page("https://songtang.example/list.html", LIST_PAGE, "text/html"))
    take(store, Page("https://songtang.example/notice.html", NOTICE.encode(), "text/html"))
    return store


def printed(*arguments):
    return [json.loads(line) for line in CliRunner().invoke(main, arguments).stdout.splitlines()]


def test_records_on_disk(store):
    (held,) = [json.loads(path.read_bytes()) for path in (store.data / "reports").glob("*.json")]
    assert held["refused"] is None
    for evidence in held["provenance"].values():
        assert {"source", "confidence", "inferred", *SHAPE} == set(evidence)
        assert evidence["source"] == evidence["text"]
        assert evidence["code"]
    refused = [json.loads(path.read_bytes())["refused"] for path in (store.data / "refused").glob("*.json")]
    assert sorted(reason["code"] for reason in refused) == ["list", "other"]
    assert all(set(reason) == SHAPE for reason in refused)
    assert PHONE not in json.dumps(refused, ensure_ascii=False)


def test_the_command_says_what_records_say(store, tmp_path):
    page = tmp_path / "列表.html"
    page.write_bytes(LIST_PAGE)
    (cleaned,) = printed("clean", str(page), "--json")
    assert cleaned["refused"] == LIST
    (added,) = printed("add", str(page), "--json", "--data", str(tmp_path / "other"))
    assert (added["reason"], added["why"]) == (LIST["text"], LIST)
    (found,) = printed("coverage", "--json", "--data", str(store.data))
    assert {page["reason"]: page["why"] for page in found["not_held"]}[LIST["text"]] == LIST
    assert all(reason["why"]["text"] == reason["reason"] for reason in found["reasons"])
    refused = printed("reports", "--refused", "--json", "--data", str(store.data))
    assert LIST in [record["refused"] for record in refused]


def as_before(store):
    """The records as they were kept before sentences had codes."""
    for path in (*store.data.glob("reports/*.json"), *store.data.glob("refused/*.json")):
        record = json.loads(path.read_bytes())
        record["refused"] = record["refused"] and record["refused"]["text"]
        plain = {
            name: {key: fact[key] for key in ("source", "confidence", "inferred")}
            for name, fact in record["provenance"].items()
        }
        path.write_text(json.dumps(record | {"provenance": plain}, ensure_ascii=False), encoding="utf-8")


def test_records_of_earlier_versions_are_read_and_shown(store):
    expected = {record.id: record for record in (*store.reports(), *store.refused())}
    as_before(store)
    assert {record.id: record for record in (*store.reports(), *store.refused())} == expected
    client = create_app(store.data, show_refused=True).test_client()
    for identity, record in expected.items():
        for address in (f"/r/{identity}", f"/r/{identity}/receipt", "/coverage"):
            page = client.get(address)
            assert page.status_code in (200, 404)
            assert client.get(f"{address}?lang=en").status_code == page.status_code
        assert not record.refused or record.refused in client.get(f"/r/{identity}/receipt").text


def test_titles_in_sentences_of_earlier_versions_are_not_told(store):
    as_before(store)
    client = create_app(store.data).test_client()
    pages = [client.get(f"/r/{record.id}").text for record in store.refused()] + [client.get("/coverage").text]
    assert any("标题为「…」，不是工作报告。" in page for page in pages)
    assert not any("工作通知" in page for page in pages)


def test_cleaning_again_gives_codes(store):
    as_before(store)
    changes = {change.report: change.fields for change in reclean(store)}
    assert {name for fields in changes.values() for name in fields} == {"provenance", "refused"}
    assert [change.fields for change in reclean(store)] == [(), (), ()]
    assert all(reason.code for record in store.refused() for reason in [record.refused])


def test_the_journal_of_a_crawl(tmp_path):
    journal = Journal(tmp_path / JOURNAL)
    journal.begin("2026-01-01T00:00:00Z")
    robots = said("robots_missing", reason=said("status", status=503))
    journal.write([Line("", "t", "failed", "https://a.example/", reason=robots)])
    (line,) = Journal(tmp_path / JOURNAL).lasts()
    assert (line.reason, to_record(line.reason)) == (robots, to_record(robots))
    rows = list(csv.DictReader((tmp_path / JOURNAL).open(encoding="utf-8")))
    assert (rows[-1]["reason"], rows[-1]["code"]) == (str(robots), "robots_missing")


def test_journals_of_earlier_versions(tmp_path):
    rows = [COLUMNS[:9], ("c", "t", "begun", "", "0", "", "", "", "")]
    rows += [("c", "t", "failed", "https://a.example/", "0", "", "e", "m", "服务器回答 HTTP 503。")]
    rows += [("c", "t", "failed", "https://b.example/", "0", "", "", "", "域名无法解析。")]
    (tmp_path / JOURNAL).write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    journal = Journal(tmp_path / JOURNAL)
    assert [to_record(line.reason)["code"] for line in journal.lasts()] == ["", "no_such_host"]
    assert journal.last("https://a.example/").etag == "e"
    found = {page.source: page.reason for page in coverage(Store(tmp_path)).not_held}
    assert found == {"https://a.example/": "服务器回答 HTTP 503。", "https://b.example/": "域名无法解析。"}
    journal.write([Line("", "t", "failed", "https://a.example/", reason=said("status", status=404))])
    assert Journal(tmp_path / JOURNAL).last("https://a.example/").reason == "服务器回答 HTTP 404。"


def test_what_a_person_decided_is_told_in_his_words(store):
    held = next(iter(store.reports()))
    store.correct(held.id, "refused", "只是封面")
    list(reclean(store))
    reason = store.report(held.id).to_dict()["refused"]
    assert reason == {"code": "by_hand", "values": {"words": "只是封面"}, "text": "只是封面"}
    assert "只是封面" in create_app(store.data).test_client().get(f"/r/{held.id}?lang=en").text
