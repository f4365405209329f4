"""A hidden number is in no record, page, export or file name, and search tells none of its
digits."""

import json
import random
from dataclasses import replace
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from corpus.clean import clean
from corpus.intake.add import add
from corpus.intake.reclean import reclean
from corpus.records import Page
from corpus.store.folder import Store
from index.build import build
from search.embedded import Embedded
from search.request import Request
from web.app import create_app
from web.command import main

NUMBERS = ("13800001234", "13912345678", "110101199003071234", "440301850101123", "13700005678", "15012349876")
PAGE = """<html><head><title>松塘高新区2023年法治政府建设情况报告 13912345678</title></head><body>
<h1>松塘高新区2023年法治政府建设情况报告</h1>
<p>现将松塘高新区2023年法治政府建设情况报告如下：</p>
<p>一、主要举措</p><p>（一）推进依法行政。全年开展法治培训，举报请拨打13800001234。办结行政复议案件五十二件，
受理信访事项一百二十件，出台规范性文件三件，清理文件十二件，公开信息二百条，聘请法律顾问五名。</p>
<p>（二）联系人某某电话1370000</p><p>5678，身份证号110101 19900307 1234。全年行政执法检查四百次。</p>
<p>二、存在的问题</p><p>执法力量不足，联系电话：150-1234-</p><p>9876</p><p>三、下一步计划</p>
<p>加强队伍建设，旧证件440301850101123作废。投资19999999999元建设法治公园，继续推进依法行政和执法规范化建设。</p>
<p>联系人：某某，电话：<b>138</b><i>0000</i>&#49;234 联系电话：13800001234</p></body></html>"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hidden")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "报告 13800001234.html").write_text(PAGE, encoding="utf8")
    store = Store(folder / "data")
    assert [added.status for added in add(store, [pages], take_any=True)] == ["added"]
    build(store, folder / "data" / "index")
    return folder / "data"


@pytest.fixture(scope="module")
def client(data):
    return create_app(data).test_client()


def identity(data):
    return next(Store(data).reports()).id


def test_no_record_holds_a_number(data):
    record = json.dumps(replace(next(Store(data).reports()), sources=()).to_dict(), ensure_ascii=False)
    for number in NUMBERS:
        assert number[3:] not in record
        assert number not in record
    assert "19999999999元" in json.dumps(next(Store(data).reports()).to_dict(), ensure_ascii=False)


def test_no_page_export_or_command_shows_a_number(data, client):
    name = identity(data)
    addresses = [
        f"/r/{name}",
        f"/r/{name}?q=电话",
        f"/r/{name}/receipt",
        f"/api/reports/{name}",
        "/reports.jsonl",
        "/coverage",
        "/zones",
        *(f"{path}?q={word}" for word in ("电话", "身份证号", "联系") for path in PATHS if "{" not in path),
    ]
    for address in addresses:
        check(client.get(address).get_data(as_text=True), address)
    for words in (
        ["report", name],
        ["report", name, "--json"],
        ["reports", "--json"],
        ["coverage"],
        ["search", "电话"],
    ):
        check(CliRunner().invoke(main, [*words, "--data", str(data)]).output, words)


def check(shown, where):
    for piece in ("13800001234", "00001234", "12345678", "19900307", "850101123", "00005678", "&#49;"):
        assert piece not in shown, where


def test_file_names_hide_numbers(data, tmp_path):
    path = tmp_path / "名单 13800001234.html"
    path.write_text(PAGE, encoding="utf8")
    gone = tmp_path / "没有 13800001234.html"
    paths = [str(path), str(gone)]
    for words in (["add", *paths, "--any"], ["add", *paths, "--json"], ["clean", *paths]):
        extra = [] if words[0] == "clean" else ["--data", str(tmp_path / "data")]
        shown = CliRunner().invoke(main, [*words, *extra]).output
        assert "13800001234" not in shown, words


PATHS = (
    "/search",
    "/api/search",
    "/api/kwic",
    "/kwic.csv",
    "/search.csv",
    "/search.json",
    "/search.atom",
    "/api/suggest",
)
FORMS = ("{}", '"{}"', '"138*{}"', "138 ~5 {}", "heading:{}", "title:{}", "电话 {}", '"{}*"', "-{}")


def answer(client, path, typed, name):
    """What an answer tells, without what was typed."""
    address = f"/r/{name}?q={quote(typed)}" if path == "/r" else f"{path}?q={quote(typed)}"
    shown = client.get(address).get_data(as_text=True)
    for said in (typed, quote(typed)):
        shown = shown.replace(said, "…")
    return len(shown) if path in ("/search", "/r") else counts(shown)


def counts(shown):
    """Counts and texts of an answer for programs."""
    try:
        found = json.loads(shown)
    except ValueError:
        return shown.count("\n")
    return (
        str(found.get("total")),
        len(found.get("hits", ())),
        len(found.get("lines", ())),
        len(found.get("suggestions", ())),
    )


@pytest.mark.slow
def test_search_tells_no_digit(data, client):
    """Digit by digit, in every form over every route: the right one answers as the wrong ones
    do."""
    chance, name, asked = random.Random(6), identity(data), 0
    for known in ("15012", "440301", "13700005"):
        number = next(number for number in NUMBERS if number.startswith(known))
        right = number[: len(known) + 1]
        wrong = known + chance.choice(
            [digit for digit in "02456789" if digit != right[-1]]
        )  # nines stand in the sum of money
        for path in (*PATHS, "/r"):
            for form in FORMS:
                asked += 2
                one, other = (answer(client, path, form.format(tried), name) for tried in (right, wrong))
                assert one == other, (path, form, right, wrong)
    assert asked > 200


def test_an_attack_reads_nothing(data):
    """Two hundred questions, one digit after the other, learn no digit behind the first three."""
    engine, asked = Embedded(data / "index"), 0
    for start in ("150", "440", "137", "139"):
        known = start
        while asked < 200:
            asked += 10
            held = [d for d in "0123456789" if engine.search(Request(f'"{known}{d}"')).total.occurrences]
            if not held:
                break
            known += held[0]
        assert known == start


def test_a_record_made_before_is_masked_when_indexed_and_when_cleaned_again(data, tmp_path):
    store = Store(tmp_path / "data")
    page = tmp_path / "旧.html"
    page.write_text(PAGE, encoding="utf8")
    (added,) = add(store, [page], take_any=True)
    old = added.report
    first, *rest = old.sections
    old = replace(old, sections=(replace(first, text=first.text + "电话13800001234。"), *rest))
    store.save(old)
    build(store, tmp_path / "data" / "index")
    engine = Embedded(tmp_path / "data" / "index")
    assert not engine.search(Request('"1380"')).total.occurrences
    assert engine.search(Request('"19999999999元"')).total.occurrences == 1
    assert [change.fields for change in reclean(store)] == [("sections",)]
    assert "13800001234" not in "".join(s.text for s in store.report(old.id).sections)


def test_sections_still_tile_the_body():
    report = clean(Page("file:///a.html", PAGE.encode()), take_any=True)
    for section in report.sections:
        if section.heading:
            assert section.heading in section.text
