"""How others write it: the page, two sections side by side, the answer for programs, the command."""

import json
import re
from html import unescape

import pytest
from click.testing import CliRunner
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.saying import Saying
from corpus.store.folder import Store
from index.build import build
from search.errors import NotOnThisEngine
from web.app import create_app
from web.command import main
from web.shelf import EXTENSION

TEXT = "一、规范执法\n规范行政执法，组织案卷评查，执法人员持证上岗。"
PLAN = "二、下年打算\n规范行政执法，组织案卷评查，选派执法人员跟班学习。"
OWN = report("1", ("一、", "规范执法", TEXT), ("二、", None, "二、52件，8.5%。"), part="举措成效")
OTHER = report("2", ("一、", "规范执法", TEXT), zone="云岭区", part="举措成效")
PLANNED = report("3", ("二、", "下年打算", PLAN), zone="白沙区", part="下年安排")
EARLIER = report("4", ("一、", "规范执法", TEXT), year=2021, part="举措成效")
EVERY = (OWN, OTHER, PLANNED, EARLIER)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    for each in EVERY:
        Store(data).save(each)
    build(Shelf(EVERY), data / "index")
    return data


@pytest.fixture
def client(data):
    return create_app(data).test_client()


def test_the_answer_for_programs(client):
    found = client.get(f"/api/reports/{OWN.id}/0/alike").json
    assert [each["zone"] for each in found["bodies"]] == ["云岭区", "白沙区"]
    assert [(each["report"], each["year"]) for each in found["own_years"]] == [(EARLIER.id, 2021)]
    assert {"执法人员", "行政执法"} & {each["word"] for each in found["words"]}
    for each in (*found["bodies"], *found["own_years"]):
        assert client.get(each["url"]).status_code == 200
        assert client.get(each["permalink"]).status_code == 302
        assert all(each["snippet"][start:end] in "".join(each["matched"]) for start, end in each["ranges"])
        assert set(each["matched"]) <= {word["word"] for word in found["words"]}
    assert len(client.get(f"/api/reports/{OWN.id}/0/alike?limit=1").json["bodies"]) == 1
    within = client.get(f"/api/reports/{OWN.id}/0/alike?within=part").json
    assert [each["part"] for each in within["bodies"]] == ["举措成效"]


def test_from_a_section_to_others_side_by_side(client):
    text = client.get(f"/r/{OWN.id}").text
    links = [unescape(url) for url in re.findall(r'href="([^"]*/alike[^"]*)"', text)]
    assert links == [f"/r/{OWN.id}/{section.id}/alike" for section in OWN.sections]
    page = client.get(links[0]).text
    beside = unescape(re.search(r'href="([^"]*)"[^>]*>并排看<', page)[1])
    both = client.get(beside).text
    assert both.count("组织案卷评查，执法人员持证上岗。</p>") == 2
    compare = unescape(re.search(r'href="([^"]*)"[^>]*>逐句比较这两份报告<', both)[1])
    assert client.get(compare).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/r/{0}/1/alike", 200, "没有能比的词"),
        ("/r/{0}/9/alike", 404, "没有第 9 段"),
        ("/r/nothing/0/alike", 404, "这里没有这份报告"),
        ("/r/{0}/0/alike?limit=51", 400, "1 到 50"),
        ("/r/{0}/0/alike?within=year", 400, "参数 within"),
        ("/r/{0}/0/alike?beside=x", 400, "报告编号/段号"),
        ("/r/{0}/0/alike?beside={0}/9", 404, "没有第 9 段"),
        ("/api/reports/{0}/9/alike", 404, "没有第 9 段"),
    ],
)
def test_what_is_said(client, address, status, said):
    answer = client.get(address.format(OWN.id))
    assert (answer.status_code, said in answer.text) == (status, True), answer.text[-2500:]


class Refusing:
    """An engine over texts alone, as one on a cluster is."""

    version, name = "1", "opensearch"

    def state(self):
        return "green"

    def alike(self, *_):
        raise NotOnThisEngine(Saying("本站的检索引擎不能回答这个问题。"))

    def catalogue(self):
        return ()


def test_an_engine_that_cannot_says_so_in_one_sentence(data):
    app = create_app(data)
    app.extensions[EXTENSION]._engine = Refusing()
    client = app.test_client()
    answer = client.get(f"/api/reports/{OWN.id}/0/alike")
    assert (answer.status_code, answer.json["error"]["code"]) == (501, "not_on_this_engine")
    assert "本站的检索引擎不能回答这个问题。" in client.get(f"/r/{OWN.id}/0/alike").text
    assert client.get(f"/api/reports/{OWN.id}/diff?with={EARLIER.id}").status_code == 200


def test_the_command(data):
    def run(*given):
        return CliRunner().invoke(main, ["alike", "--data", str(data), *given], catch_exceptions=False)

    lines = run(OWN.id, "0").output.splitlines()
    assert lines[1] == "别的主体"
    assert lines[2].split()[:3] == [OTHER.id, "0", "云岭区"]
    assert len(json.loads(run(OWN.id, "0", "--json", "--limit", "1").output)["bodies"]) == 1
    assert run(OWN.id, "9").exit_code == 1
