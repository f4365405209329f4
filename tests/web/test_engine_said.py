"""The site says which engine answers and how it is; where a cluster does not answer it says so, and
never gives a smaller count."""

import socket

import pytest

pytest.importorskip("opensearchpy", reason="the extra opensearch is not installed")

from corpus.saying import Saying
from index.errors import BadEngine, EngineUnavailable
from search.errors import NotOnThisEngine
from web.app import create_app
from web.errors import status_of


@pytest.fixture
def away(sample, monkeypatch):
    """The site over a cluster of which nobody answers."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("XUNZHANG_ENGINE", "opensearch")
        monkeypatch.setenv("XUNZHANG_OPENSEARCH", f"http://127.0.0.1:{closed.getsockname()[1]}")
        yield create_app(sample).test_client()


def test_the_engine_of_this_process(sample):
    client = create_app(sample).test_client()
    assert client.get("/healthz").json["engine"] == {"name": "embedded", "state": "ready"}
    assert "引擎：内置（正常）" in client.get("/").text
    assert "Engine: built in (in order)" in client.get("/help?lang=en").text


@pytest.mark.parametrize(
    "address", ["/api/search?q=行政", "/api/kwic?q=行政", "/api/suggest?q=行", "/api/matrix?q=行政"]
)
def test_programs_are_told(away, address):
    answer = away.get(address)
    assert answer.status_code == 503
    assert answer.json["error"]["code"] == "engine_unavailable"
    assert "Traceback" not in answer.text


def test_people_are_told(away):
    answer = away.get("/search?q=行政")
    assert answer.status_code == 503
    assert "检索引擎现在不能完整作答，请稍后再试。" in answer.text
    help_page = away.get("/help")
    assert help_page.status_code == 200
    assert "引擎：OpenSearch（现在不可用）" in help_page.text


def test_health_is_told(away):
    answer = away.get("/healthz")
    assert (answer.status_code, answer.json["status"]) == (503, "unavailable")


def test_settings_that_name_no_engine(sample, monkeypatch):
    monkeypatch.setenv("XUNZHANG_ENGINE", "opensearch")
    monkeypatch.delenv("XUNZHANG_OPENSEARCH", raising=False)
    answer = create_app(sample).test_client().get("/api/search?q=行政")
    assert (answer.status_code, answer.json["error"]["code"]) == (503, "bad_engine")


def test_statuses():
    assert status_of(NotOnThisEngine(Saying("…"))) == 501
    assert status_of(EngineUnavailable("x")) == status_of(BadEngine("x")) == 503
