"""Lasting addresses of sections: there, moved, changed, gone; and that every one that is printed
can tell."""

import csv
import io
import json
import re
from html import unescape

import pytest
from material.site_corpus import site

from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store
from corpus.text.fingerprint import fingerprint
from web.app import create_app

TITLE = "潮州临溪高新技术产业开发区2022年法治政府建设年度报告"
FIRST = f"""{TITLE}
现将临溪高新区2022年法治政府建设情况报告如下。
一、主要举措和成效
全区建成政务服务站十二个，群众办事不出园区，企业开办时间缩短到半天以内。
二、存在的问题和不足
基层执法人员偏少，专业力量还跟不上园区发展的需要，队伍建设有待加强。
三、下一年的打算
继续推进政务服务标准化，完善重大行政决策程序，接受社会监督。
"""
# The first part is new: what was number two is number three now, and says something else; what was
# number three is not there any more.
SECOND = FIRST.replace("二、存在", "三、存在").replace("有待加强", "已经起步").partition("三、下一年")[0]
SECOND = SECOND.replace("一、主要", "一、组织领导\n党工委全年五次研究法治建设议题。\n二、主要")
ADDRESS = "https://www.linxi.example/2022.html"
PERMALINK = re.compile(r"/r/\w+/[\w.-]+(?:\?p=\d+)?(?:\?|&)t=[a-z2-7]{16}")


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """A site over a report of which two versions came, and the addresses of the first one's
    sections by number."""
    folder = tmp_path_factory.mktemp("data")
    store = Store(folder)
    with store.writing():
        first, _ = (
            take(store, Page(ADDRESS, text.encode(), "text/plain"), take_any=True).report for text in (FIRST, SECOND)
        )
    prints = {section.id: fingerprint(section.text, section.number) for section in first.sections}
    client = create_app(folder).test_client()
    return client, {number: f"/r/{first.id}/{number}?t={mark}" for number, mark in prints.items()}, first.id


def opened(client, address):
    """The page that an address leads to, as its reader sees it."""
    answer = client.get(address)
    assert answer.status_code == 302
    return client.get(answer.location).text


def note(text):
    """What the page says to who comes by a lasting address, and the id of what follows."""
    found = re.search(r'<div class="note"[^>]*><p>(.*?)</p>(.*?)</div>.*?id="([^"]+)"', text, re.DOTALL)
    return found and (found[1], found[3])


def test_a_section_that_is_there(tmp_path):
    answer = site(tmp_path).test_client().get("/r/aaaaaaaaaaa1/1.1")
    assert answer.status_code == 302
    assert answer.location == "/r/aaaaaaaaaaa1#s1.1"


@pytest.mark.parametrize("address", ["/r/aaaaaaaaaaa1/9.9", "/r/aaaaaaaaaaa1/<script>"])
def test_a_section_that_never_was(tmp_path, address):
    answer = site(tmp_path).test_client().get(address)
    assert answer.status_code == 410
    assert "<script>" not in answer.text.replace("<script src", "")


def test_an_unknown_report(tmp_path):
    assert site(tmp_path).test_client().get("/r/zzz/1").status_code == 404


def test_a_section_that_moved_is_followed_and_that_is_said(changed):
    client, addresses, identity = changed
    answer = client.get(addresses["1"])
    assert answer.location.startswith(f"/r/{identity}?from=1&t=")
    assert answer.location.endswith("#s2")
    assert note(opened(client, addresses["1"])) == ("您要找的第 1 段已经改了编号；它的文字现在在这里。", "s2p1")


def test_a_section_that_changed_shows_what_it_was(changed):
    client, addresses, _ = changed
    text = opened(client, addresses["2"])
    assert note(text) == ("您要找的第 2 段后来改过；现在最接近的文字在这里。", "s3p1")
    assert "队伍建设有待加强。</blockquote>" in text


@pytest.mark.parametrize(("lang", "said"), [("", "原来的文字已经不在"), ("&lang=en", "no longer in this report")])
def test_what_is_gone_leads_to_its_report(changed, lang, said):
    client, addresses, identity = changed
    answer = client.get(addresses["3"] + lang)
    assert answer.status_code == 410
    assert said in answer.text
    assert f'href="/r/{identity}{lang.replace("&", "?")}"' in answer.text


def test_without_a_fingerprint_the_number_counts(changed):
    client, _, identity = changed
    assert client.get(f"/r/{identity}/1").location == f"/r/{identity}#s1"
    assert note(opened(client, f"/r/{identity}/1")) is None


@pytest.mark.parametrize("behind", [".", "。", "）；", "%20"])
def test_what_is_copied_behind_an_address_does_no_harm(changed, behind):
    client, addresses, identity = changed
    intro = addresses["0"]
    assert client.get(intro + behind).location == f"/r/{identity}#s0"


@pytest.mark.parametrize("left", range(1, 16, 5))
def test_an_address_that_is_cut_is_not_proved(changed, left):
    client, _, identity = changed
    text = opened(client, f"/r/{identity}/2?t={'abcdefghijklmnop'[:left]}")
    assert note(text) == ("这个地址不完整，无法核对第 2 段是否还是原来的文字。", "s2p1")


def test_a_report_that_holds_the_text_says_nothing(changed):
    client, _, identity = changed
    assert note(client.get(f"/r/{identity}?from=1").text) is None
    assert note(client.get(f"/r/{identity}?from=9").text) is None


def test_a_removed_report_is_gone(tmp_path):
    store = Store(tmp_path)
    with store.writing():
        report = take(store, Page(ADDRESS, FIRST.encode(), "text/plain"), take_any=True).report
        store.remove(report.id)
    client = create_app(tmp_path).test_client()
    for address in (f"/r/{report.id}/1", f"/r/{report.id}", f"/api/reports/{report.id}"):
        assert client.get(address).status_code == 410


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("printed")).test_client()


def printed(client, address):
    """All lasting addresses in an answer: of a page, JSON, a table or a feed."""
    text = client.get(address).text
    if ".csv" in address:
        return [cell for row in csv.reader(io.StringIO(text)) for cell in row if "/r/" in cell]
    if ".json" in address or "/api/" in address:
        records = json.loads(text)
        return [each["permalink"] for each in records.get("hits", records.get("lines")) if "permalink" in each]
    links = [unescape(link) for link in re.findall(r'href="([^"]*/r/\w+/[^"]+)"', text)]
    return [
        link for link in links if not link.partition("?")[0].endswith(("/receipt", "/changes", "/alike", "/shared"))
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=审计",
        "/api/search?q=审计",
        "/search.json?q=审计",
        "/search.csv?q=审计",
        "/search.atom?q=审计",
        "/search.csv?q=审计&view=kwic",
        "/r/aaaaaaaaaaa1",
        "/r/aaaaaaaaaaa1?script=hans&lang=en",
    ],
)
def test_every_printed_address_leads_to_its_text(client, address):
    found = printed(client, address)
    assert found
    for link in found:
        assert PERMALINK.search(link)
        answer = client.get(link[link.index("/r/") :])
        number, paragraph = re.search(r"/r/\w+/([^?]+)(?:\?p=(\d+))?", link).groups()
        assert answer.location.partition("?")[0].partition("#")[0] == re.search(r"/r/\w+", link)[0]
        assert answer.location.endswith(f"#s{number}" + (f"p{paragraph}" if paragraph else ""))
        assert "from=" not in answer.location


def test_a_feed_knows_its_entries_by_what_never_changes(client):
    ids = re.findall(r"<id>([^<]+)</id>", client.get("/search.atom?q=审计").text)[1:]
    assert ids
    assert not [each for each in ids if "?" in each]


@pytest.mark.parametrize("address", ["/api/kwic?q=审计", "/search.json?q=审计&view=kwic"])
def test_no_line_has_an_address_that_cannot_tell(client, address):
    assert all(map(PERMALINK.search, printed(client, address)))
