"""References for programs: RIS and BibTeX of reports and sections, and what pages say of themselves."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
from lxml import html
from material.site_corpus import LINXI, MOBILE, REPORTS, site

from web.app import create_app
from web.record.citation import citation, part, whole
from web.record.reference import bibtex, ris

TODAY = date(2026, 11, 28)
ROOT = "https://reports.example"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder)
    return folder


@pytest.fixture(scope="module")
def client(folder):
    return create_app(folder).test_client()


def read_ris(text):
    assert text.endswith("\r\nER  - \r\n")
    return dict(re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in text.split("\r\n")[:-1])


def read_bibtex(text):
    kind, key, fields = re.fullmatch(r"@(\w+)\{([\w-]+),\n(.*)\}\n", text, re.DOTALL).groups()
    return kind, key, dict(re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups() for line in fields.splitlines())


def test_ris_of_a_report(client):
    answer = client.get("/r/aaaaaaaaaaa1.ris")
    assert answer.mimetype == "application/x-research-info-systems"
    found = read_ris(answer.text)
    assert next(iter(found)) == "TY"
    told = {"TY": "RPRT", "TI": REPORTS[0].title, "AU": LINXI, "PB": LINXI, "PY": "2023", "DA": "2023/01/10"}
    told |= {"SN": "临高管〔2023〕2号", "CY": "潮州市", "LA": "zh", "UR": "/r/aaaaaaaaaaa1", "ER": ""}
    assert {name: value for name, value in found.items() if name != "Y2"} == told
    name = unquote(answer.headers["Content-Disposition"].rpartition("UTF-8''")[2])
    assert re.fullmatch(rf"寻章-{LINXI}2022年法治政府建设年度报告-\d{{4}}-\d\d-\d\d\.ris", name)


def test_bibtex_of_a_section(client):
    kind, key, found = read_bibtex(client.get("/r/aaaaaaaaaaa1.bib?section=1.1").text)
    assert (kind, key) == ("techreport", "xunzhang-aaaaaaaaaaa1-1-1")
    assert found["title"] == f"{{{REPORTS[0].title}：（一）推行一网通办}}"
    assert (found["author"], found["institution"]) == (f"{{{LINXI}}}", LINXI)
    assert (found["year"], found["date"], found["number"]) == ("2023", "2023-01-10", "临高管〔2023〕2号")
    assert re.fullmatch(r"/r/aaaaaaaaaaa1/1\.1\?t=[a-z2-7]{16}", found["url"])
    assert client.get(found["url"]).location.endswith("#s1.1")


def test_addresses(folder, client):
    public = create_app(folder, address=ROOT).test_client()
    assert read_ris(public.get("/r/aaaaaaaaaaa1.ris").text)["UR"] == f"{ROOT}/r/aaaaaaaaaaa1"
    assert read_ris(public.get("/r/aaaaaaaaaaa2.ris").text)["UR"] == "https://www.linxi.example/2023/1.html"
    assert read_ris(public.get("/r/aaaaaaaaaaa2.ris?section=1").text)["UR"].startswith(f"{ROOT}/r/aaaaaaaaaaa2/1?t=")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/r/nonesuch.ris", 404, "unknown_report"),
        ("/r/aaaaaaaaaaa1.bib?section=9.9", 404, "not_held"),
        ("/r/aaaaaaaaaaa1.ris?lang=xx", 400, "bad_parameter"),
        ("/r/aaaaaaaaaaa1.doc", 404, None),
    ],
)
def test_what_there_is_not(client, address, status, code):
    answer = client.get(address)
    assert answer.status_code == status
    assert code is None or answer.get_json()["error"]["code"] == code


@pytest.mark.parametrize("nasty", ["a } b", "{", "100% & $5 #1_x~^\\", "甲\n乙", "@misc{x,", "TY  - BOOK\r\nER  - "])
def test_nothing_breaks_out_of_its_field(nasty):
    report = replace(REPORTS[0], title=nasty, number=nasty, zone=nasty, url=f"https://x.example/{nasty}")
    for cited in (whole(report), part(report, report.sections[1], nasty)):
        found = read_ris(ris(cited, ROOT, TODAY))
        assert len(found) == 12
        kind, _, fields = read_bibtex(bibtex(cited, ROOT, TODAY))
        assert kind == "techreport"
        for value in fields.values():
            plain = re.sub(r"\\[{}]", "", value)
            assert plain.count("{") == plain.count("}")


def test_a_report_of_which_little_is_known():
    report = replace(REPORTS[3], zone=None, title=None, issued=None, published=None, number=None, city=None)
    assert set(read_ris(ris(whole(report), "", TODAY))) == {"TY", "CY", "LA", "UR", "Y2", "ER"}
    assert citation(whole(report), "", TODAY) == "佚名. [R/OL]. [2026-11-28]. /r/ccccccccccc1."


def test_the_page_offers_them(client):
    page = html.fromstring(client.get("/r/aaaaaaaaaaa1?q=一网通办&at=1.1").text)
    offered = page.xpath("//p[@class='formats']//a/@href")
    assert offered == [
        "/r/aaaaaaaaaaa1.ris",
        "/r/aaaaaaaaaaa1.bib",
        "/r/aaaaaaaaaaa1.ris?section=1.1",
        "/r/aaaaaaaaaaa1.bib?section=1.1",
    ]
    assert all(client.get(address).status_code == 200 for address in offered)
    (section,) = page.xpath("//p[@class='of-section']/text()")
    assert re.search(
        r"年度报告：（一）推行一网通办\[R/OL\]\. \(2023-01-10\)\[.*\]\. /r/aaaaaaaaaaa1/1\.1\?t=\w{16}\.$", section
    )
    assert not html.fromstring(client.get("/r/aaaaaaaaaaa1").text).xpath("//p[@class='of-section']")


def test_what_a_page_says_of_itself(folder, client):
    def meta(answer):
        return {each.get("name"): each.get("content") for each in html.fromstring(answer.text).xpath("//meta[@name]")}

    found = meta(client.get("/r/aaaaaaaaaaa1?lang=en"))
    assert found["description"] == "现将临溪高新区法治政府建设情况报告如下。"
    assert found["citation_title"] == REPORTS[0].title
    assert found["citation_author"] == found["citation_technical_report_institution"] == LINXI
    assert found["citation_publication_date"] == "2023/01/10"
    assert found["citation_technical_report_number"] == "临高管〔2023〕2号"
    assert "citation_public_url" not in found
    public = create_app(folder, address=ROOT).test_client().get("/r/aaaaaaaaaaa1?q=审计")
    assert meta(public)["citation_public_url"] == f"{ROOT}/r/aaaaaaaaaaa1"
    assert html.fromstring(public.text).xpath("//link[@rel='canonical']/@href") == [f"{ROOT}/r/aaaaaaaaaaa1"]
    assert MOBILE not in client.get("/r/ccccccccccc1").text
    assert meta(client.get("/"))["description"]
