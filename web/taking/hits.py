"""Hits and lines of a concordance as rows of a table."""

from __future__ import annotations

from typing import Final

from corpus.store.folder import Store
from corpus.text.mask import mask
from search.answer import Hit, KwicLine
from web.address import links
from web.language.languages import N_

COLUMNS: Final = (
    N_("报告主体"),
    N_("省份"),
    N_("城市"),
    N_("年份"),
    N_("类型"),
    N_("标题"),
    N_("段落编号"),
    N_("小标题"),
    N_("部分"),
    N_("处数"),
    N_("摘录"),
    N_("固定链接"),
    N_("文号"),
    N_("官方网址"),
    N_("全文"),
)
LINE_COLUMNS: Final = (
    N_("报告主体"),
    N_("年份"),
    N_("左文"),
    N_("命中"),
    N_("右文"),
    N_("段落编号"),
    N_("固定链接"),
    N_("省份"),
    N_("城市"),
    N_("类型"),
    N_("标题"),
    N_("小标题"),
    N_("部分"),
    N_("文号"),
    N_("官方网址"),
)


class Records:
    """What only the records of reports tell: number and official address. Each is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, tuple[str, str]] = {}

    def of(self, report: str) -> tuple[str, str]:
        """Document number and official address of a report, "" where it has none or is gone."""
        if report not in self._known:
            record = self._store.readable(report)
            self._known[report] = (mask(record.number or ""), record.url or "") if record else ("", "")
        return self._known[report]


def cells(hit: Hit, root: str, records: Records) -> tuple[object, ...]:
    """A hit in the order of `COLUMNS`; `root` is the public address of the site, or ""."""
    about = (hit.zone, hit.province, hit.city, hit.year, hit.kind, hit.title)
    found = (hit.section, " › ".join(hit.headings), hit.part, hit.occurrences, hit.snippet.text)
    address = root + links.permalink(hit.report, hit.section, hit.fingerprint)
    return (*about, *found, address, *records.of(hit.report), hit.text)


def line_cells(line: KwicLine, root: str, records: Records) -> tuple[object, ...]:
    """A line of the concordance in the order of `LINE_COLUMNS`."""
    found = (line.zone, line.year, line.left, line.match, line.right, line.section)
    address = root + links.permalink(line.report, line.section, line.fingerprint)
    about = (line.province, line.city, line.kind, line.title, " › ".join(line.headings), line.part)
    return (*found, address, *about, *records.of(line.report))
