"""A cluster that is gone, damaged, full or guarded: clear refusals and never a wrong count. What
takes three nodes is in benchmarks/attacks/nodes.py."""

import json
import shutil
import time
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from material.cluster import running
from material.cluster_site import engine_at, loaded
from material.engines import WHOLE

from benchmarks.cluster.distribution import Unavailable
from benchmarks.cluster.proxy import PASSWORD, USER, proxied
from web.app import create_app
from web.command import main

pytestmark = [pytest.mark.slow, WHOLE]
QUESTION = f"/api/search?q={quote('“行政复议”')}"
OTHER = f"/api/search?q={quote('“行政执法”')}"
GUARDED = {"USER": USER, "PASSWORD": PASSWORD}


@pytest.fixture(scope="module")
def guarded(opensearch, sample, tmp_path_factory):
    """A data folder on a cluster, and that cluster behind TLS and a password, twice: with a good
    certificate and one that has expired."""
    data = loaded(sample, tmp_path_factory.mktemp("guarded"), opensearch, "guarded")
    try:
        with (
            proxied(opensearch, tmp_path_factory.mktemp("good")) as good,
            proxied(opensearch, tmp_path_factory.mktemp("expired"), expired=True) as expired,
        ):
            yield data, good, expired
    except Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def right(sample):
    return create_app(sample).test_client().get(QUESTION).get_json()["total"]


def asked(data, address, **settings):
    """Status and answer of a site over a cluster."""
    with engine_at(address, INDEX="guarded", **settings):
        answer = create_app(data).test_client().get(QUESTION)
        return answer.status_code, answer.get_json()


def test_the_right_password_over_tls_answers(guarded, right):
    data, good, _ = guarded
    status, answer = asked(data, good.address, CA=str(good.authority), **GUARDED)
    assert (status, answer["total"]) == (200, right)


def refusals(good, expired):
    """Credentials that are not to be accepted, and what is said."""
    known = {"CA": str(good.authority)}
    yield good, {**known, **GUARDED, "PASSWORD": "guessed"}, "口令"
    yield good, known, "口令"
    yield good, GUARDED, "证书"
    yield expired, {**GUARDED, "CA": str(expired.authority)}, "证书"


def test_wrong_credentials_and_certificates_are_clear_refusals(guarded):
    data, *proxies = guarded
    for proxy, settings, word in refusals(*proxies):
        status, answer = asked(data, proxy.address, **settings)
        assert (status, answer["error"]["code"]) == (503, "engine_unavailable"), settings
        assert word in answer["error"]["message"]
        assert PASSWORD not in json.dumps(answer)
        with engine_at(proxy.address, INDEX="guarded", **settings):
            said = CliRunner().invoke(main, ["build", "--data", str(data)])
        assert (said.exit_code, word in said.output, "Traceback" in said.output) == (1, True, False)


def test_a_node_that_dies_and_comes_back(sample, tmp_path, right):
    with running() as cluster:
        data = loaded(sample, tmp_path, cluster.address, "dying")
        with engine_at(cluster.address, INDEX="dying"):
            site = create_app(data).test_client()
            assert site.get(QUESTION).get_json()["total"] == right
            cluster.nodes[0].kill()
            refused = site.get(OTHER)  # what was asked a moment ago may be remembered
            assert (refused.status_code, refused.get_json()["error"]["code"]) == (503, "engine_unavailable")
            page = site.get(f"/search?q={quote('行政复议')}")
            assert (page.status_code, "Traceback" in page.text) == (503, False)
            assert site.get("/healthz").status_code == 503
            cluster.nodes[0].start()
            cluster.wait()
            assert site.get(QUESTION).get_json()["total"] == right


def test_a_node_without_a_manager_says_so_soon(sample, tmp_path, right):
    """One of two nodes alone manages nothing; by itself it would wait half a minute."""
    with running(2) as cluster:
        data = loaded(sample, tmp_path, cluster.address, "alone")
        with engine_at(cluster.address, INDEX="alone"):
            site = create_app(data).test_client()
            assert site.get(QUESTION).get_json()["total"] == right
            cluster.nodes[1].kill()
            began = time.monotonic()
            answers = [site.get(QUESTION) for _ in range(2)]
            # Until the node has noticed, it still answers, and rightly where it has every shard.
            assert all(each.status_code == 503 or each.get_json()["total"] == right for each in answers)
            assert time.monotonic() - began < 60  # a minute for each of them before


def built(data, *arguments):
    """Exit status of a build on the cluster, and what it said."""
    said = CliRunner().invoke(main, ["build", *arguments, "--data", str(data)])
    assert "Traceback" not in said.output
    return said.exit_code, said.output


def test_a_shard_that_is_lost_is_never_left_out_of_a_count(sample, tmp_path, right):
    """One of three shards is gone from the disk of a node: the index is red, and made anew."""
    with running() as cluster, engine_at(cluster.address, INDEX="red", SHARDS="3"):
        data = loaded(sample, tmp_path, cluster.address, "red", SHARDS="3")
        site = create_app(data).test_client()
        assert site.get(QUESTION).get_json()["total"] == right
        cluster.nodes[0].kill()
        (index,) = (cluster.nodes[0].folder / "data" / "nodes" / "0" / "indices").iterdir()
        shutil.rmtree(index / "1")
        cluster.nodes[0].start()
        wait_until(lambda: (cluster.asked("/_cluster/health") or {}).get("status") == "red")
        refused = create_app(data).test_client().get(QUESTION)
        assert (refused.status_code, refused.get_json()["error"]["code"]) == (503, "engine_unavailable")
        assert built(data)[0] == 1
        assert built(data, "--fresh")[0] == 0
        assert site.get(QUESTION).get_json()["total"] == right


LEVELS = ("low", "high", "flood_stage")


def watermarks(cluster, value):
    """Set every watermark of the disk, and have it looked at often; None: as they are by themselves."""
    disk = {f"cluster.routing.allocation.disk.watermark.{level}": value for level in LEVELS}
    more = {"cluster.routing.allocation.disk.threshold_enabled": True, "cluster.info.update.interval": "10s"}
    assert cluster.asked("/_cluster/settings", "PUT", {"transient": {**more, **disk}})


def test_a_full_disk_answers_and_is_written_to_again_once_there_is_room(sample, tmp_path, right):
    with running() as cluster, engine_at(cluster.address, INDEX="full"):
        data = loaded(sample, tmp_path, cluster.address, "full")
        site = create_app(data).test_client()
        watermarks(cluster, "1%")
        wait_until(lambda: "read_only_allow_delete" in str(cluster.asked("/_all/_settings")))
        status, said = built(data, "--fresh")
        assert (status, "磁盘" in said) == (1, True)
        assert site.get(QUESTION).get_json()["total"] == right
        watermarks(cluster, None)
        wait_until(lambda: "read_only_allow_delete" not in str(cluster.asked("/_all/_settings")))
        wait_until(lambda: "create_index" not in str(cluster.asked("/_cluster/settings")))
        assert built(data, "--fresh")[0] == 0
        assert site.get(QUESTION).get_json()["total"] == right


def wait_until(so):
    """Until it is so; fails where that takes two minutes."""
    until = time.monotonic() + 120
    while not so():
        assert time.monotonic() < until
        time.sleep(0.5)
