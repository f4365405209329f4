"""Since when sections say what they say, by the pages that are kept."""

import os

import pytest

from corpus.intake.appeared import appeared
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store

ADDRESS = "https://www.linxi.example/2022.html"
FIRST = """潮州临溪高新技术产业开发区2022年法治政府建设年度报告
现将临溪高新区2022年法治政府建设情况报告如下。
一、主要举措和成效
全区建成政务服务站十二个，群众办事不出园区，企业开办时间缩短到半天以内。
二、存在的问题和不足
基层执法人员偏少，专业力量还跟不上园区发展的需要，队伍建设有待加强。
"""
ANOTHER = FIRST.replace("有待加强", "已经起步")
SPACED = FIRST.replace("全区建成", "全区 建成")  # another page, the same text
LONGER = ANOTHER + "三、下一年的打算\n继续推进政务服务标准化，完善重大行政决策程序，接受社会监督。\n"
RENUMBERED = FIRST.replace("一、主要", "一、组织领导\n党工委全年五次研究法治建设议题。\n二、主要").replace(
    "二、存在", "三、存在"
)
DAYS = [f"2026-11-0{day}T08:00:00Z" for day in range(1, 8)]


def taken(folder, texts):
    store = Store(folder)
    with store.writing():
        for text, day in zip(texts, DAYS, strict=False):
            kept = take(store, Page(ADDRESS, text.encode(), "text/plain", fetched=day), take_any=True).report
    return store, store.report(kept.id)


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        ([FIRST], {"0": 1, "1": 1, "2": 1}),
        ([FIRST, ANOTHER], {"0": 1, "1": 1, "2": 2}),
        ([FIRST, SPACED], {"0": 1, "1": 1, "2": 1}),
        ([FIRST, ANOTHER, FIRST], {"0": 1, "1": 1, "2": 3}),
        ([FIRST, ANOTHER, LONGER], {"0": 1, "1": 1, "2": 2, "3": 3}),
        ([FIRST, RENUMBERED], {"0": 1, "1": 2, "2": 1, "3": 1}),
        ([FIRST, FIRST], {"0": 1, "1": 1, "2": 1}),
    ],
)
def test_since_when(tmp_path, texts, days):
    store, report = taken(tmp_path, texts)
    assert appeared(store, report) == {section: DAYS[day - 1] for section, day in days.items()}


def test_cleaning_again_changes_no_time(tmp_path):
    store, report = taken(tmp_path, [FIRST, ANOTHER])
    before = appeared(store, report)
    record = tmp_path / "reports" / f"{report.id}.json"
    os.utime(record, (2_000_000_000, 2_000_000_000))
    assert appeared(store, report) == before


@pytest.mark.parametrize("pages", [None, b"", b"\x1f\x8b\x08 no archive"])
def test_where_no_page_is_kept_the_record_tells(tmp_path, pages):
    store, report = taken(tmp_path, [FIRST])
    path = tmp_path / "pages" / f"{report.id}.warc.gz"
    path.write_bytes(pages) if pages is not None else path.unlink()
    os.utime(tmp_path / "reports" / f"{report.id}.json", (1_700_000_000, 1_700_000_000))
    assert set(appeared(store, report).values()) == {"2023-11-14T22:13:20Z"}


def test_an_archive_that_breaks_off_tells_what_it_can(tmp_path):
    store, report = taken(tmp_path, [FIRST, ANOTHER])
    path = tmp_path / "pages" / f"{report.id}.warc.gz"
    path.write_bytes(path.read_bytes()[:-40])
    assert set(appeared(store, report).values()) <= set(DAYS)
