"""What a corpus says of some of its reports stands above these and above no other."""

import pytest
from click.testing import CliRunner
from material.site_corpus import REPORTS, report, site

from corpus.store.folder import Store
from web.commands.add import keep_notice
from web.noted import noted, notice_over

SAID = "示例：园区是虚构的。"
OTHER = report("fffffffffff9", "柳坪经济开发区", 2022, [("0", 1, None, None, "柳坪的审计。", None)])


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    made = site(data, (*REPORTS, OTHER), notice=SAID)
    (data / "NOTICE.reports").write_text("".join(f"{each.id}\n" for each in REPORTS), encoding="utf-8")
    return made.test_client()


@pytest.mark.parametrize(
    ("address", "stands"),
    [
        ("/", True),
        ("/zones", True),
        ("/search?q=一网通办", True),
        ('/search?q="柳坪的审计"', False),
        ("/search?q=审计", True),
        ("/search?q=柳坪的审计&view=kwic", False),
        ("/search?q=一网通办&view=kwic", True),
        ("/search?zone=柳坪经济开发区&view=reports", False),
        ("/search?q=没有的话", False),
        ("/r/aaaaaaaaaaa1", True),
        ("/r/fffffffffff9", False),
        ("/r/fffffffffff9/receipt", False),
        ("/zones/柳坪经济开发区", False),
        (f"/zones/{REPORTS[0].zone}", True),
        ("/help", False),
        ("/advanced", False),
        ("/mine", False),
        ("/nothing", False),
    ],
)
def test_it_stands_above_what_it_is_about(client, address, stands):
    assert (SAID in client.get(address).text) is stands


def test_without_a_list_it_is_about_everything(tmp_path):
    client = site(tmp_path, notice=SAID).test_client()
    assert SAID in client.get("/r/aaaaaaaaaaa1").text
    assert SAID not in client.get("/help").text


PAGE = "<html><head><title>{0}2022年法治政府建设年度报告</title></head><body><h1>{0}2022年法治政府建设年度报告</h1>{1}</body></html>"


def folder(path, zone, notice=None):
    path.mkdir()
    body = "".join(f"<p>{zone}推进依法行政，第{n}件事办得扎实，群众满意，成效明显，受到好评。</p>" for n in range(40))
    (path / "a.html").write_text(PAGE.format(zone, body), encoding="utf-8")
    if notice:
        (path / "NOTICE.txt").write_text(notice, encoding="utf-8")
    return path


def add(data, *paths):
    from web.commands.add import command

    answer = CliRunner().invoke(command, [*map(str, paths), "--any", "--data", str(data)])
    assert answer.exit_code == 0, answer.output


def ids(data):
    return {report.zone: report.id for report in Store(data).reports()}


def test_adding_a_folder_notes_whose_it_is(tmp_path):
    data = tmp_path / "data"
    add(data, folder(tmp_path / "real", "青岚市"), folder(tmp_path / "made", "望溪区", SAID))
    known = Store(data).ledger.below(f"{(tmp_path / 'made').as_uri()}/")
    assert len(known) == 1
    assert noted(data) == known
    assert notice_over(data, known) == SAID
    every = {report.id for report in Store(data).reports()}
    assert len(every) == 2
    assert notice_over(data, every - known) is None
    add(data, folder(tmp_path / "more", "白鹭州", SAID))
    assert len(noted(data)) == 2


def test_a_notice_that_was_about_everything_stays_so(tmp_path):
    data = tmp_path / "data"
    add(data, folder(tmp_path / "made", "望溪区"))
    (data / "NOTICE.txt").write_text(SAID, encoding="utf-8")
    keep_notice((folder(tmp_path / "more", "白鹭州", SAID),), data)
    assert noted(data) is None
