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
from web.language.terminal import _, language, spoken


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
        counts = {"begun": each.begun[:16], "done": f"{each.done:,}", "known": f"{each.known:,}"}
        name = each.name or _("（未命名）")
        yield _("未完  %(name)s：%(begun)s 开始，%(done)s/%(known)s 个网址；再运行一次会接着抓。", name=name, **counts)
    for line in journal.ended():
        yield _("已完  %(name)s：%(ended)s 结束。", name=line.address or _("（未命名）"), ended=line.time[:16])
    found = standings(journal, coverage(Store(data)))
    if not found and not journal.lasts():
        yield _("还没有抓取过。")
    yield from map(_row, found)


def _row(each: Standing) -> str:
    parts = [
        _("%(n)s 份报告", n=f"{len(each.reports):,}"),
        _("上次抓取 %(date)s", date=each.crawled),
        _("上次有新报告 %(date)s", date=each.newest) if each.newest else "",
        _("缺 %(years)s", years=spans(each.missing)) if each.missing else "",
        _("失效 %(n)s", n=f"{each.gone:,}") if each.gone else "",
        _("上次故障：%(why)s", why=spoken(each.fault)) if each.fault else "",
    ]
    told = ("；" if language() == "zh" else "; ").join(filter(None, parts))
    return "  ".join(filter(None, (each.address, each.zone, told)))
