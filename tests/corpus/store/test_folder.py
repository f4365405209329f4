"""What is held stays held: records, raw pages, corrections, the ledger."""

import gzip

import pytest
from material.pages_written import html_page, report, text_page

from corpus.store.corrections import BadCorrection, Corrections
from corpus.store.folder import DamagedRecord, Store, StoreBusy, UnknownReport
from corpus.store.ledger import Entry, Ledger
from corpus.store.pages import DamagedArchive, Pages


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


def test_a_record_comes_back_as_it_went(store):
    one = report()
    assert store.save(one) is True
    assert store.save(one) is False
    assert store.report(one.id) == one
    assert [r.id for r in store.reports()] == [one.id] == list(store.stamps())


def test_a_refused_record_is_kept_apart(store):
    one = report()
    store.save(one)
    store.save(one.refuse("不是报告。"))
    assert not store.stamps()
    assert store.report(one.id).refused == "不是报告。"
    store.save(one)
    assert store.report(one.id).refused is None


def test_stamps_change_with_the_record_only(store):
    store.save(report())
    before = store.stamps()
    store.save(report())
    assert store.stamps() == before
    store.save(report(title="另一个标题"))
    assert store.stamps() != before


@pytest.mark.parametrize("name", ["nothere", "../ledger", "", "a/b", "."])
def test_unknown_reports(store, name):
    with pytest.raises(UnknownReport):
        store.report(name)


def test_a_damaged_record_is_named(store):
    one = report()
    store.save(one)
    (store.data / "reports" / f"{one.id}.json").write_text('{"id": 1}')
    with pytest.raises(DamagedRecord, match=one.id):
        store.report(one.id)
    with pytest.raises(DamagedRecord):
        list(store.reports())


def test_removing_leaves_nothing_but_the_address(store):
    one, page = report(sources=(html_page().address,)), html_page()
    store.save(one)
    store.pages.keep(one.id, page)
    store.ledger.record(Entry(one.id, "0", page.address))
    store.remove(one.id)
    assert not store.has(one.id)
    assert store.pages.versions(one.id) == []
    assert store.ledger.of(one.id) == []
    assert store.removed() == {"songtang.example/a/1.html"}
    with pytest.raises(UnknownReport):
        store.remove(one.id)


def test_two_writers_do_not_meet(store):
    with store.writing(), pytest.raises(StoreBusy), Store(store.data).writing(patience=0):
        pass
    with Store(store.data).writing():
        pass


def test_what_another_writer_noted_meanwhile_is_read(store):
    other = Store(store.data)
    for number, writer in enumerate((store, other, store)):
        with writer.writing():
            writer.ledger.record(Entry(f"r{number}", str(number), f"https://songtang.example/{number}"))
    with other.writing():
        assert [other.ledger.by_hash(str(number)).report for number in range(3)] == ["r0", "r1", "r2"]


def test_one_crawl_at_a_time_and_others_may_write(store):
    with store.crawling():
        with pytest.raises(StoreBusy), Store(store.data).crawling():
            pass
        with Store(store.data).writing():
            pass


@pytest.mark.parametrize("page", [text_page(), html_page()])
def test_raw_pages_come_back_byte_for_byte(tmp_path, page):
    pages = Pages(tmp_path)
    pages.keep("x", page)
    pages.keep("x", text_page(figure=1))
    first, second = pages.versions("x")
    assert (first.address, first.body) == (page.address, page.body)
    assert second.body == text_page(figure=1).body


def test_a_broken_archive_is_said_to_be_so(tmp_path):
    pages = Pages(tmp_path)
    pages.keep("x", text_page())
    whole = pages.path("x").read_bytes()
    for broken in (whole[: len(whole) // 2], gzip.compress(b"not a record"), b"", b"\x1f\x8b"):
        pages.path("x").write_bytes(broken)
        with pytest.raises(DamagedArchive):
            pages.versions("x")


def test_the_ledger_finds_sources_again(tmp_path):
    path = tmp_path / "ledger.csv"
    ledger = Ledger(path)
    for entry in (
        Entry("r1", "h1", "file:///a,b.txt"),
        Entry("r1", "h1", "file:///c.txt"),
        Entry("r2", "h2", "https://x.example/"),
    ):
        ledger.record(entry)
    ledger.record(Entry("r2", "h3", "https://x.example/"))
    again = Ledger(path)
    assert again.by_address("file:///a,b.txt") == Entry("r1", "h1", "file:///a,b.txt")
    assert again.by_hash("h2") is None
    assert again.by_hash("h3").report == "r2"
    assert len(again.of("r1")) == 2
    again.forget("r1")
    assert Ledger(path).of("r1") == []


def test_a_lost_ledger_is_made_again(store):
    store.save(report())
    assert store.ledger.by_address(report().sources[0]).report == report().id


def test_corrections_by_id_and_by_address(tmp_path):
    corrections = Corrections(tmp_path / "corrections.csv")
    store = Store(tmp_path)
    store.correct("abc", "year", "2022", "封面写错")
    store.correct("https://www.songtang.example/a/1.html", "city", "", "")
    found = corrections.of("abc", ["http://songtang.example/a/1.html#top"])
    assert [(line.field, line.value) for line in found] == [("year", "2022"), ("city", "")]
    assert corrections.of("other", []) == []
    assert (tmp_path / "corrections.csv").read_bytes().startswith(b"\xef\xbb\xbf")


BAD = [
    ("colour", "红"),
    ("kind", "小说"),
    ("level", "街"),
    ("year", "23"),
    ("year", "两千"),
    ("published", "2024/1/31"),
    ("issued", "2024-13-01"),
    ("title", ""),
    ("script", ""),
]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_impossible_corrections_are_turned_down(store, field, value):
    store.data.mkdir()
    with pytest.raises(BadCorrection):
        store.correct("abc", field, value)
    assert not (store.data / "corrections.csv").exists()


def test_lines_that_a_person_broke_are_passed_over(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("report,field,value,note\nabc,year,2022\nabc\nabc,nothing,1,x\n", encoding="utf8")
    assert [line.field for line in Corrections(path).all()] == ["year"]
