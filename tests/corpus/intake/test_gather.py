"""Shares that were added apart, gathered, are what one machine holds that added everything: byte for
byte, on the sample and on drawn archives in which twins, equal pages and pages that go on with
others meet across shares."""

import io
import random
import shutil
from collections import Counter
from dataclasses import replace

import pytest
from click.testing import CliRunner
from material.checkout import SAMPLE
from material.pages_written import BODY, LIST_PAGE, html_page, text_page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.intake.add import add
from corpus.intake.gather import NoShare, gather
from corpus.intake.share import BadShare, Share
from corpus.records import Page
from corpus.store.folder import Store
from web.command import main

DATED = {"WARC-Date": "2024-03-01T00:00:00Z"}
ZONES = ("常州松塘高新技术产业开发区", "常州松塘经济开发区", "苏州柳浦高新技术产业开发区")
MORE = "全年围绕企业需求开展走访，收集意见{0}条，逐条明确责任单位和办理时限，按月通报进展，年底前全部答复，企业满意率保持在九成以上。"


def state(data):
    """All that is held: records and ledgers as bytes, raw pages without the time a file was read."""
    store = Store(data)
    files = [path for name in ("reports", "refused") for path in sorted((data / name).glob("*.json"))]
    raw = {
        name: [(page.address, page.body, page.headers) for page in store.pages.versions(name)]
        for name in store.pages.reports()
    }
    kept = (data / "ledger.csv", data / "marks.csv", data / "corrections.csv")
    return {path.relative_to(data): path.read_bytes() for path in (*files, *kept) if path.exists()} | raw


def whole(folder, runs, **given):
    """What one machine holds after these runs."""
    data = folder / "whole"
    for paths in runs:
        list(add(Store(data), paths, **given))
    return state(data)


def shared(folder, runs, count, **given):
    """The data folders of so many machines after these runs."""
    folders = [folder / f"share-{number}-of-{count}" for number in range(1, count + 1)]
    for paths in runs:
        for number, data in enumerate(folders, 1):
            list(add(Store(data), paths, share=Share(number, count), **given))
    return folders


def gathered(folder, shares):
    """What is held after gathering them, twice: the second time nothing is new."""
    data = folder / f"gathered-{len(shares)}"
    assert list(gather(Store(data), shares))
    first = state(data)
    assert list(gather(Store(data), shares)) == []
    assert state(data) == first
    return first


@pytest.mark.parametrize("count", [1, 3, 8])
def test_shares_of_the_sample_are_the_sample(tmp_path, count):
    runs = [[SAMPLE]]
    shares = shared(tmp_path, runs, count)
    held = [set(Store(data).ids()) for data in shares]
    assert sum(map(len, held)) == len(set().union(*held))  # no record twice
    assert gathered(tmp_path, shares) == whole(tmp_path, runs)


def archive(path, pages):
    """A WARC file of these pages."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for page in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            page.address, "response", payload=io.BytesIO(page.body), http_headers=head, warc_headers_dict=DATED
        )
        writer.write_record(record)
    path.write_bytes(buffer.getvalue())
    return path


def drawn_page(chance, address):
    """A report of one of a few issuers and years, so that many are twins of each other."""
    figure = chance.choice((52, 52, 52, 77))
    return html_page(address, zone=chance.choice(ZONES), year=chance.choice((2021, 2022, 2023)), figure=figure)


def spread_over_pages(chance, address):
    """A report over three pages, in any order."""
    title = f"{chance.choice(ZONES)}2020年法治政府建设年度报告"
    lines = [
        line + MORE.format(at * 7) for at, line in enumerate(BODY.format(figure=chance.randint(1, 99)).split("\n"))
    ]
    parts = (lines[:3], lines[3:5], lines[5:])
    pages = [
        part_of(title, part, address.replace(".html", f"{tail}.html"))
        for part, tail in zip(parts, ("", "_2", "_3"), strict=True)
    ]
    chance.shuffle(pages)
    return pages


def part_of(title, lines, address):
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div id='zoom'>{body}</div></body></html>"
    return Page(address, html.encode(), "text/html")


def drawn_pages(chance, count):
    """Pages as crawls bring them: new ones, the same elsewhere or again, changed, none at all, in part."""
    pages = []
    for number in range(count):
        address = f"https://{chance.choice(('www', 'm', 'xxgk'))}.songtang.example/{number}.html"
        kind = chance.choice(("new", "new", "equal", "again", "changed", "list", "torn", "parts"))
        if kind == "parts":
            pages += spread_over_pages(chance, address)
        elif kind == "list":
            pages.append(Page(address, LIST_PAGE, "text/html"))
        elif kind == "torn":
            pages.append(Page(address, b"\x00\x01" * 40, "text/html"))
        elif kind == "new" or not pages:
            pages.append(drawn_page(chance, address))
        else:
            before = chance.choice(pages)
            pages.append(
                {
                    "equal": replace(before, address=address),
                    "again": before,
                    "changed": drawn_page(chance, before.address),
                }[kind]
            )
    return pages


def drawn_runs(folder, seed):
    """Two runs, each over two archives and a folder of files; between them files and pages change."""
    chance = random.Random(seed)
    for run in (1, 2):
        here = folder / str(run)
        here.mkdir()
        pages = drawn_pages(chance, 16)
        archive(here / "a.warc.gz", pages[:8])
        archive(here / "b.warc", pages[8:])
        for name in "pqrs":
            (folder / f"{name}.txt").write_bytes(text_page(figure=chance.choice((1, 2, 3))).body)
        yield [here, *(folder / f"{name}.txt" for name in "pqrs")]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_shares_of_drawn_archives_are_what_one_machine_holds(tmp_path, seed):
    runs = drawn_runs(tmp_path, seed)
    counts, each = (2, 5), {}
    for paths in runs:  # a run is added everywhere before its files change
        list(add(Store(tmp_path / "whole"), paths))
        for count in counts:
            each[count] = shared(tmp_path, [paths], count)
    for count in counts:
        assert gathered(tmp_path, each[count]) == state(tmp_path / "whole"), count


def test_what_comes_later_is_gathered_later(tmp_path):
    one, other = (archive(tmp_path / f"{n}.warc.gz", drawn_pages(random.Random(n), 12)) for n in (1, 2))
    data = tmp_path / "gathered"
    for paths in ([one], [other]):
        list(gather(Store(data), shared(tmp_path, [paths], 3)))
    assert state(data) == whole(tmp_path, [[one], [other]])


def test_what_was_removed_from_a_share_leaves_no_page_there(tmp_path):
    pages = [html_page(f"https://songtang.example/{year}.html", year=year) for year in (2021, 2022)]
    file = tmp_path / "one.txt"
    file.write_bytes(text_page(year=2020).body)
    (data,) = shared(tmp_path, [[archive(tmp_path / "a.warc", pages), file]], 1)
    store = Store(data)
    gone = [report.id for report in store.reports() if report.year != 2022]
    with store.writing():
        for name in gone:
            store.remove(name)
    assert not [path for path in data.rglob("*.warc.gz") if path.name.removesuffix(".warc.gz") in gone]
    assert [added.report.year for added in gather(Store(tmp_path / "all"), [data])] == [2022]


def test_pages_taken_by_force_stay_taken(tmp_path):
    pages = [
        Page(f"https://songtang.example/{n}.html", LIST_PAGE.replace(b"2023", b"20%02d" % n), "text/html")
        for n in range(6)
    ]
    runs = [[archive(tmp_path / "a.warc.gz", pages)]]
    shares = shared(tmp_path, runs, 3, take_any=True)
    found, wanted = gathered(tmp_path, shares), whole(tmp_path, runs, take_any=True)
    lines = {name: Counter(content.splitlines()) for name, content in wanted.items() if str(name) == "corrections.csv"}
    assert {name: Counter(found.pop(name).splitlines()) for name in lines} == lines  # in the order of the shares
    assert found == {name: content for name, content in wanted.items() if name not in lines}


def test_a_share_is_told_from_the_page_alone():
    web = [html_page(f"https://songtang.example/{n}.html", figure=n) for n in range(400)]
    sizes = Counter(next(n for n in range(1, 9) if Share(n, 8).holds(page)) for page in web)
    assert sizes.total() == 400
    assert min(sizes.values()) > 25  # 50 on average; binomial, so fewer once in 10,000
    for page in web[:50]:
        same = (
            replace(page, address=page.address.replace("https://", "http://www.") + "?spm=1", body=b""),
            replace(page, address=page.address.replace(".html", "_2.html")),
            replace(page, address=page.address.replace(".html", "_2_3.html")),
        )
        assert {tuple(Share(n, 8).holds(each) for n in range(1, 9)) for each in same} == {
            tuple(Share(n, 8).holds(page) for n in range(1, 9))
        }
    files = [text_page(address=f"file:///{name}.txt") for name in "abc"]
    assert len({tuple(Share(n, 8).holds(page) for n in range(1, 9)) for page in files}) == 1


@pytest.mark.parametrize("written", ["", "0/3", "4/3", "1", "1/", "a/b", "1/3/4", "-1/3", "１/３", "1/100000"])
def test_what_is_no_share_is_named(written):
    with pytest.raises(BadShare, match="2/8"):
        Share.read(written)


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_commands(tmp_path):
    page = tmp_path / "one.txt"
    page.write_bytes(text_page().body)
    said = [run("add", page, "--shard", f"{n}/4", "--data", tmp_path / str(n)) for n in range(1, 5)]
    assert [each.exit_code for each in said] == [0] * 4
    assert sum("没有网页或文本" in each.output for each in said) == 3
    assert sum("xunzhang gather" in each.output for each in said) == 1
    folders = [tmp_path / str(n) for n in range(1, 5)]
    first = run("gather", *folders, "--data", tmp_path / "all")
    assert (first.exit_code, "新增 1" in first.output) == (0, True)
    assert "没有新收的" in run("gather", *folders, "--data", tmp_path / "all").output
    assert run("build", "--data", tmp_path / "all").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", SAMPLE, "--shard", "5/4"), "5/4"),
        (("gather",), "缺少要合并的数据文件夹"),
        (("gather", SAMPLE), "没有分片"),
    ],
)
def test_mistakes_are_named(tmp_path, arguments, words):
    said = run(*arguments, "--data", tmp_path / "data")
    assert said.exit_code != 0
    assert words in said.output
    assert not (tmp_path / "data" / "reports").exists()


def test_a_folder_that_is_no_share_stops_before_anything_is_taken(tmp_path):
    shares = shared(tmp_path, [[SAMPLE]], 1)
    shutil.rmtree(tmp_path / "nothing", ignore_errors=True)
    with pytest.raises(NoShare):
        list(gather(Store(tmp_path / "all"), [*shares, tmp_path / "nothing"]))
    assert not (tmp_path / "all").exists()
