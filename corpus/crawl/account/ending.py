"""What a crawl left out, in sentences: which bound, how many, and where it struck first."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.crawl.account.outcome import Ending
from corpus.crawl.frontier import Frontier
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import OTHER
from corpus.saying import Saying

# Bounds named one by one; many more say the same.
MOST_NOTES = 8
_BOUNDS = {
    "alike": "同一类网址超过 --alike 的上限，未抓 %(count)s 个，如 %(address)s。",
    "pages": "主机 %(what)s 到了 --pages 的上限，未抓 %(count)s 个，如 %(address)s。",
    "waits": "主机 %(what)s 要求隔很久再来，未抓 %(count)s 个，如 %(address)s；请过后再运行一次。",
}


def ending(frontier: Frontier, refused_before: int) -> Ending:
    """What the bounds of a crawl kept out."""
    spared = frontier.spares.waiting()
    notes = [*_struck(frontier), *_spared(spared)]
    if refused_before:
        notes.append(Saying("上次已确认不是报告或已失效、这次没有再问的有 %(count)s 个网址。", count=refused_before))
    elsewhere = ((source, hosts.most_common(1)[0][0]) for source, hosts in frontier.elsewhere.items())
    return Ending(frontier.left_out + len(spared), tuple(notes), tuple(elsewhere))


def _struck(frontier: Frontier) -> Iterator[str]:
    most = sorted(frontier.struck.items(), key=lambda item: -item[1][1])
    for (bound, what), (address, count) in most[:MOST_NOTES]:
        yield Saying(_BOUNDS[bound], what=what, address=address, count=count)


def _spared(spared: list[Visit]) -> Iterator[str]:
    titled = [visit for visit in spared if visit.worth == OTHER]
    mapped = [visit for visit in spared if visit.worth != OTHER]
    if titled:
        template = "标题不像报告而未抓 %(count)s 个，如 %(address)s；要抓请加 --everything。"
        yield Saying(template, count=len(titled), address=titled[0].address)
    if mapped:
        template = "网站地图里同栏目试过都不是报告而未抓 %(count)s 个，如 %(address)s；要抓请加 --everything。"
        yield Saying(template, count=len(mapped), address=mapped[0].address)
