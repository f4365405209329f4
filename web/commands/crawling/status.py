"""How the crawls of a data folder stand, in lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.coverage import coverage
from corpus.crawl.journal import JOURNAL, Journal
from corpus.standing import Standing, standings, unfinished
from corpus.store.folder import Store
from web.commands.coverage import spans


def status(data: Path) -> dict[str, Any]:
    """Crawls that did not end, when the others ended, and a row a source."""
    journal = Journal(data / JOURNAL)
    return {
        "unfinished": [asdict(each) for each in unfinished(journal)],
        "ended": [{"name": line.address, "ended": line.time} for line in journal.ended()],
        "sources": [each.to_dict() for each in standings(journal, coverage(Store(data)))],
    }


def lines(data: Path) -> Iterator[str]:
    """The same for people."""
    journal = Journal(data / JOURNAL)
    for each in unfinished(journal):
        yield f"未完  {each.name or '（未命名）'}：{each.begun[:16]} 开始，{each.done:,}/{each.known:,} 个网址；再运行一次会接着抓。"
    for line in journal.ended():
        yield f"已完  {line.address or '（未命名）'}：{line.time[:16]} 结束。"
    found = standings(journal, coverage(Store(data)))
    if not found and not journal.lasts():
        yield "还没有抓取过。"
    yield from map(_row, found)


def _row(each: Standing) -> str:
    parts = [
        f"{len(each.reports):,} 份报告",
        f"上次抓取 {each.crawled}",
        f"上次有新报告 {each.newest}" if each.newest else "",
        f"缺 {spans(each.missing)}" if each.missing else "",
        f"失效 {each.gone:,}" if each.gone else "",
        f"上次故障：{each.fault}" if each.fault else "",
    ]
    return f"{each.address}  {f'{each.zone}  ' if each.zone else ''}{'；'.join(filter(None, parts))}"
