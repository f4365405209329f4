"""What came of a crawl, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.crawl.account.summary import Brought, Summary
from corpus.saying import Saying
from web.language.terminal import _, joined, joined_names, spoken

WORDS: Final = {
    "new": Saying("新收"),
    "changed": Saying("更新"),
    "unchanged": Saying("不变"),
    "refused": Saying("拒收"),
    "gone": Saying("失效"),
    "failed": Saying("失败"),
    "fetched": Saying("收录"),
}
# What is said of a source.
OF_SOURCE: Final = ("new", "changed", "unchanged", "gone", "failed")
# Reasons and titles shown at the end; the rest is in --json and in crawl.csv.
MOST_REASONS: Final = 12
MOST_TITLES: Final = 40


def lines(summary: Summary) -> Iterator[str]:
    """Counts first, then what is new, what each source brought, what was left out, and why the rest did
    not come, the most frequent reason first."""
    yield _counts(summary)
    yield from _new(summary)
    yield from _sources(summary)
    yield from map(spoken, summary.ending.notes)
    reasons = [each for each in summary.reasons() if each[0] in WORDS]
    yield from (
        f"{spoken(WORDS[status])} {count:,}  {spoken(reason)}" for status, reason, count in reasons[:MOST_REASONS]
    )
    if len(reasons) > MOST_REASONS:
        yield _("另有 %(n)s 种原因，见 --json 或数据文件夹里的 crawl.csv。", n=f"{len(reasons) - MOST_REASONS:,}")


def _counts(summary: Summary) -> str:
    counts = summary.to_dict()
    said = joined(f"{spoken(word)} {counts[status]:,}" for status, word in WORDS.items() if counts.get(status))
    left = _("；超出上限而未抓的有 %(n)s 个网址", n=f"{summary.left_out:,}") if summary.left_out else ""
    return _("%(what)s。", what=(said or _("没有抓到什么")) + left)


def _new(summary: Summary) -> Iterator[str]:
    """Titles of what is new or changed."""
    found = [outcome for outcome in summary.outcomes if outcome.status in ("new", "changed")]
    for outcome in found[:MOST_TITLES]:
        yield f"{spoken(WORDS[outcome.status])}  {outcome.report}  {outcome.title or outcome.address}"
    if len(found) > MOST_TITLES:
        yield _("另有 %(n)s 份，见 --json 或 xunzhang reports。", n=f"{len(found) - MOST_TITLES:,}")


def _sources(summary: Summary) -> Iterator[str]:
    """The sources of which there is something to say."""
    brought = summary.by_source()
    told = [
        each
        for each in brought
        if each.reason or each.unread or set(each.counts) & {"new", "changed", "gone", "failed"}
    ]
    for each in told if len(brought) > 1 or any(each.reason or each.unread for each in told) else ():
        yield _source(each)
    if told and len(brought) > len(told):
        yield _("另有 %(n)s 个来源没有变化。", n=f"{len(brought) - len(told):,}")


def _source(brought: Brought) -> str:
    counts = joined(
        f"{spoken(WORDS[status])} {brought.counts[status]:,}" for status in OF_SOURCE if brought.counts.get(status)
    ) or _("没有报告")
    name = " ".join(filter(None, (brought.name, brought.address)))
    unread = (
        _("；未能读取的列表：%(lists)s", lists=joined_names(brought.unread))
        if brought.unread and not brought.reason
        else ""
    )
    came = _("%(name)s：%(reason)s", name=counts, reason=brought.reason) if brought.reason else counts
    return _("来源 %(name)s", name=name) + f"  {came}{unread}"
