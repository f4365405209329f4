"""The cluster that tests and a first try run on: fetched whole or not at all, started, killed,
started again."""

import json
import os
import urllib.request

import pytest
from material.cluster import running
from material.engines import WHOLE

from benchmarks.cluster import distribution as fetching
from benchmarks.cluster.distribution import RECORDED, Unavailable

pytestmark = pytest.mark.slow


def test_a_node_answers_and_has_what_the_index_needs(opensearch):
    asked = urllib.request.Request(
        f"{opensearch}/_analyze",
        json.dumps({"tokenizer": {"type": "ngram", "min_gram": 1, "max_gram": 1}, "text": "行政"}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert [token["token"] for token in json.load(answer)["tokens"]] == ["行", "政"]


@WHOLE
def test_a_node_that_was_killed_comes_back_with_what_it_held():
    with running() as cluster:
        assert cluster.asked("/held/_doc/1?refresh=true", "PUT", {"text": "行政"})["result"] == "created"
        first = cluster.nodes[0].pid
        cluster.nodes[0].kill()
        assert (cluster.nodes[0].pid, cluster.asked("/")) == (None, None)
        cluster.nodes[0].start()
        cluster.wait("yellow")
        assert cluster.nodes[0].pid not in (None, first)
        assert cluster.asked("/held/_count")["count"] == 1
        if os.geteuid() == 0:
            assert cluster.nodes[0].folder.stat().st_uid != 0
    assert cluster.nodes[0].pid is None


def test_a_process_with_a_number_once_ours_is_left_alone(tmp_path):
    from benchmarks.cluster.node import Node

    node = Node(tmp_path, tmp_path / "9200", 9200, [9200])
    node.folder.mkdir()
    (node.folder / "pid").write_text(str(os.getpid()))
    node.stop()
    assert node.pid is None


@pytest.fixture
def mirror(tmp_path, monkeypatch):
    """A repository in a folder with files that are not the recorded ones."""
    monkeypatch.setenv("XUNZHANG_OPENSEARCH_FOLDER", str(tmp_path / "home"))
    monkeypatch.setenv("XUNZHANG_MAVEN", (tmp_path / "mirror").as_uri())
    monkeypatch.setattr(fetching, "TRIES", 1)
    return tmp_path / "mirror"


def test_another_file_than_the_recorded_one_is_refused(mirror, tmp_path):
    path = mirror / RECORDED["files"][0]["path"]
    path.parent.mkdir(parents=True)
    path.write_bytes(b"PK")
    with pytest.raises(Unavailable, match="SHA-256"):
        fetching.distribution()
    assert list((tmp_path / "home").iterdir()) == []


def test_what_cannot_be_fetched_is_said(mirror):
    with pytest.raises(Unavailable, match="could not be fetched"):
        fetching.distribution()


@pytest.mark.parametrize(("version", "right"), [("11.0.2", False), ("17.0.15", True), ("21", True)])
def test_an_old_java_is_named(tmp_path, monkeypatch, version, right):
    from benchmarks.cluster.java import java

    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025' >&2\n")
    program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    if right:
        assert java() == str(program)
    else:
        with pytest.raises(Unavailable, match="17"):
            java()
