"""What is said of a report that was read off a scan, on its page and in search."""

import pytest
from material.scans_made import TITLE, needs_recognition, scan, sheet

from corpus.intake.take import take
from corpus.load.scan import recognise as module
from corpus.load.scan import remembered
from corpus.records import Page
from corpus.store.folder import Store
from index.build import build
from web.app import create_app

NOTE, NOTE_IN_ENGLISH = "扫描件，可能有误", "A scan: may have errors"


def client_over(tmp_path, body):
    """The site over one report; the client and the report's id."""
    store = Store(tmp_path)
    with store.writing():
        added = take(store, Page("file:///scan.png", body))
    assert added.status == "added"
    build(store, tmp_path / "index")
    return create_app(tmp_path).test_client(), added.report.id


def search(client, **more):
    return client.get("/api/search", query_string={"q": '"按期办结率百分之百"', **more}).get_json()


@pytest.mark.parametrize(("confidence", "noted"), [(0.95, True), (0.99, False)])
def test_a_scan_that_was_read_with_doubt_says_so(tmp_path, monkeypatch, confidence, noted):
    monkeypatch.setattr(module, "can_recognise", lambda: True)
    monkeypatch.setattr(remembered, "reader", lambda: "one way")
    monkeypatch.setattr(module, "_recognised", lambda body, wanted: (sheet(confidence=confidence),))
    client, report = client_over(tmp_path, b"\x89PNG\r\n\x1a\n")
    assert [hit["scan"] for hit in search(client)["hits"]] == [confidence]
    assert client.get(f"/api/reports/{report}").get_json()["scan"] == confidence
    for path in ("/search?q=复议&lang=", "/search?q=复议&view=reports&lang=", f"/r/{report}?lang="):
        assert (NOTE in client.get(f"{path}zh").text) == noted
        assert (NOTE_IN_ENGLISH in client.get(f"{path}en").text) == noted
    assert "由扫描件识别" in client.get(f"/r/{report}").text


def test_a_scanned_report_is_found_by_phrase(tmp_path):
    needs_recognition()
    client, report = client_over(tmp_path, scan(tilt=1.0, noise=10))
    (hit,) = search(client)["hits"]
    assert (hit["report"], hit["title"], hit["part"]) == (report, TITLE, "举措成效")
    assert hit["scan"] > 0.98
    assert client.get(f"/r/{report}/receipt").status_code == 200
