"""What a snapshot says of sections: facts, headings, places, deletions, one table over all
segments."""

import numpy as np
import pytest
from material.index_material import MemoryStore, indexed, report

from corpus.records import Section
from index.build import build
from index.disk.document import about_text, heading_end
from index.snapshot import COLUMNS, open_snapshot

pytestmark = pytest.mark.usefixtures("loops")

SECTIONS = (
    Section("0", 1, None, None, "现将有关情况报告如下。", None),
    Section("1", 1, "一、", "主要举措和成效", "一、主要举措和成效\n坚持依法行政。", "举措成效"),
    Section("1.1", 2, "（一）", "强化 学习", "（一）强化 学习。组织学法。", "举措成效"),
    Section("1.1.2", 3, "2", "普法", "2. 普法\n开展宣传。", "举措成效"),
    Section("2", 1, "二、", "问题", "二、问题\n还有不足。", "问题不足"),
    Section("u1", 1, None, None, "下一年将继续努力。", "下年安排"),
)


@pytest.fixture
def only(tmp_path):
    (segment,) = indexed(tmp_path, [report("abc", SECTIONS)]).segments
    return segment


def test_stored_sections(only) -> None:
    headings = [only.stored(doc).headings for doc in range(only.size)]
    assert headings == [
        (),
        ("一、主要举措和成效",),
        ("一、主要举措和成效", "（一）强化 学习"),
        ("一、主要举措和成效", "（一）强化 学习", "2. 普法"),
        ("二、问题",),
        (),
    ]
    stored = only.stored(2)
    assert (stored.report, stored.section, stored.depth, stored.order) == ("abc", "1.1", 2, 2)
    assert (stored.zone, stored.province, stored.city) == ("溪口高新技术产业开发区", "广东省", "潮州市")
    assert (stored.year, stored.kind, stored.part, stored.script) == (2023, "法治政府建设", "举措成效", "hans")


def test_headings_stand_at_the_beginning_of_the_text(only) -> None:
    ranges = [only.text.folded(doc)[:length] for doc, length in enumerate(only.headings.tolist())]
    assert ranges == ["", "一、主要举措和成效", "(一)强化学习", "2.普法", "二、问题", ""]
    assert only.orders.tolist() == [0, 1, 2, 3, 4, 5]


HEADINGS = [
    (Section("1", 1, "一、", "总则", "一、总则\n正文", None), "一、总则"),
    (Section("1", 1, "第一部分", "总则", "第一部分\n总则\n正文", None), "第一部分\n总则"),
    (Section("1", 3, "1", "总 则", "1．总　则。正文", None), "1．总　则"),  # as wide and as spaced as it was
    (Section("1", 1, "一、", "總則", "一、總則\n正文", None), "一、總則"),
    (Section("1", 1, "一、", "别的", "一、总则", None), ""),  # the text begins otherwise
    (Section("1", 1, "一、", "总则", "一、", None), ""),
    (Section("u1", 1, None, None, "正文", None), ""),
]


@pytest.mark.parametrize(("section", "heading"), HEADINGS)
def test_where_a_heading_ends(section: Section, heading: str) -> None:
    assert section.text[: heading_end(section)] == heading


def test_about_stands_on_the_first_section(only) -> None:
    assert only.about.counts("溪口高新")[0].tolist() == [0]
    assert only.about.counts("潮州市")[0].tolist() == [0]
    assert only.about.counts("年度报告")[1].tolist() == [1]
    assert only.about.counts("区2023年法治政府建设年度报告溪口")[0].tolist() == []  # names do not run into one another
    assert only.about.folded(1) == ""


def test_about_names_what_a_person_may_type() -> None:
    names = about_text(report("r", [], zone="厦门火炬高技术产业开发区", city="厦门市", province="福建省")).split("\n")
    assert {"厦门火炬高技术产业开发区", "火炬高新区", "厦门市", "福建省"} <= set(names)
    assert len(names) == len(set(names))


def test_codes_over_segments_point_into_one_sorted_table(tmp_path) -> None:
    store = MemoryStore()
    held = {
        "r3": {"year": 2021, "zone": "乙区", "province": "江苏省", "city": "南京市"},
        "r1": {"year": None, "zone": "甲区", "province": "江苏省", "city": None},
        "r2": {"year": 2019, "zone": None, "province": None, "city": None},
    }
    for name, fields in held.items():
        store.put(report(name, ["一", "二"], **fields))
        build(store, tmp_path)
    snapshot = open_snapshot(tmp_path)
    assert snapshot.values["year"] == ("", "2019", "2021")
    assert snapshot.values["province"] == ("", "320000")
    assert snapshot.values["city"] == ("", "320100")
    assert snapshot.places == {"320000": "江苏省", "320100": "南京市"}
    found = {}
    for segment in snapshot.segments:
        assert {name: codes.dtype for name, codes in segment.codes.items()} == dict.fromkeys(COLUMNS, np.int32)
        for doc in range(segment.size):
            name = segment.stored(doc).report
            found[name] = tuple(
                snapshot.values[column][segment.codes[column][doc]] for column in ("report", "year", "zone")
            )
    assert found == {"r3": ("r3", "2021", "乙区"), "r1": ("r1", "", "甲区"), "r2": ("r2", "2019", "")}


def test_values_of_deleted_sections_are_no_values(tmp_path) -> None:
    store = MemoryStore([report(f"r{year}", ["甲"] * 3, year=year) for year in range(2010, 2020)])
    build(store, tmp_path)
    store.drop("r2012", "r2019")
    build(store, tmp_path)
    snapshot = open_snapshot(tmp_path)
    assert len(snapshot.segments) == 1
    assert snapshot.segments[0].live is not None
    assert snapshot.segments[0].live.sum() == 24
    assert "2012" not in snapshot.values["year"]
    assert len(snapshot.values["year"]) == 8


def test_an_empty_index(tmp_path) -> None:
    snapshot = indexed(tmp_path, [])
    assert snapshot.segments == ()
    assert snapshot.values == dict.fromkeys(COLUMNS, ())


def test_a_section_without_text(tmp_path) -> None:
    (segment,) = indexed(tmp_path, [report("r", ["", " \n ", "甲"])]).segments
    assert segment.lengths.tolist() == [0, 0, 1]
    assert [segment.text.shown(doc) for doc in range(3)] == ["", " \n ", "甲"]
    assert segment.text.counts("甲")[0].tolist() == [2]
