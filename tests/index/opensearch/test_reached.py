"""How a cluster is reached: settings that are read, settings that are refused, and what is said
where nobody answers."""

import socket
import threading

import pytest

pytest.importorskip("opensearchpy", reason="the extra opensearch is not installed")

from index.chosen import engine_named
from index.errors import BadEngine, EngineUnavailable
from index.opensearch.cluster import Cluster, Where, where
from index.opensearch.standing import standing

NAMES = ("", "_INDEX", "_SHARDS", "_REPLICAS", "_USER", "_PASSWORD", "_CA", "_CERT", "_KEY")


@pytest.fixture
def settings(monkeypatch):
    def given(**values):
        for name in NAMES:
            monkeypatch.delenv(f"XUNZHANG_OPENSEARCH{name}", raising=False)
        for name, value in values.items():
            monkeypatch.setenv(f"XUNZHANG_OPENSEARCH{name}", value)

    return given


def test_settings_are_read(settings):
    settings(**{"": "https://a:1, https://b:2", "_SHARDS": "3", "_REPLICAS": "1", "_USER": "u", "_PASSWORD": "p"})
    found = where()
    assert found.addresses == ("https://a:1", "https://b:2")
    assert (found.name, found.shards, found.replicas) == ("xunzhang", 3, 1)
    assert found.secret == {"http_auth": ("u", "p")}
    assert "p'" not in repr(found)
    settings(**{"": "https://a:1", "_CA": "ca", "_CERT": "c", "_KEY": "k", "_INDEX": "reports"})
    assert where().secret == {"ca_certs": "ca", "client_cert": "c", "client_key": "k"}
    assert where().name == "reports"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "XUNZHANG_OPENSEARCH"),
        ({"": "a:9200"}, "XUNZHANG_OPENSEARCH"),
        ({"": "http://a", "_INDEX": "A*"}, "小写字母"),
        ({"": "http://a", "_SHARDS": "0"}, "SHARDS"),
        ({"": "http://a", "_REPLICAS": "two"}, "REPLICAS"),
    ],
)
def test_settings_are_refused(settings, values, said):
    settings(**values)
    with pytest.raises(BadEngine, match=said):
        where()


def test_an_engine_that_is_none(monkeypatch):
    monkeypatch.setenv("XUNZHANG_ENGINE", "elastic")
    with pytest.raises(BadEngine, match="embedded 或 opensearch"):
        engine_named()


def test_nobody_answers():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        at = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(EngineUnavailable, match="连不上"):
            standing(Cluster(Where((at,))))


def test_what_answers_is_no_cluster():
    """A port that takes connections and says something else."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            while True:
                try:
                    taken, _ = server.accept()
                except OSError:
                    return  # the test is over
                taken.recv(65536)
                taken.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
                taken.close()

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(EngineUnavailable):
            standing(Cluster(Where((f"http://127.0.0.1:{server.getsockname()[1]}",))))
