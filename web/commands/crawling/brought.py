"""What came of a crawl, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.crawl.account.summary import Brought, Summary

WORDS: Final = {
    "new": "新收",
    "changed": "更新",
    "unchanged": "不变",
    "refused": "拒收",
    "gone": "失效",
    "failed": "失败",
    "fetched": "收录",
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
    yield from summary.ending.notes
    reasons = [each for each in summary.reasons() if each[0] in WORDS]
    yield from (f"{WORDS[status]} {count:,}  {reason}" for status, reason, count in reasons[:MOST_REASONS])
    if len(reasons) > MOST_REASONS:
        yield f"另有 {len(reasons) - MOST_REASONS:,} 种原因，见 --json 或数据文件夹里的 crawl.csv。"


def _counts(summary: Summary) -> str:
    counts = summary.to_dict()
    said = "，".join(f"{word} {counts[status]:,}" for status, word in WORDS.items() if counts.get(status))
    left = f"；超出上限而未抓的有 {summary.left_out:,} 个网址" if summary.left_out else ""
    return f"{said or '没有抓到什么'}{left}。"


def _new(summary: Summary) -> Iterator[str]:
    """Titles of what is new or changed."""
    found = [outcome for outcome in summary.outcomes if outcome.status in ("new", "changed")]
    for outcome in found[:MOST_TITLES]:
        yield f"{WORDS[outcome.status]}  {outcome.report}  {outcome.title or outcome.address}"
    if len(found) > MOST_TITLES:
        yield f"另有 {len(found) - MOST_TITLES:,} 份，见 --json 或 xunzhang reports。"


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
        yield f"另有 {len(brought) - len(told):,} 个来源没有变化。"


def _source(brought: Brought) -> str:
    counts = "，".join(
        f"{WORDS[status]} {brought.counts[status]:,}" for status in OF_SOURCE if brought.counts.get(status)
    )
    name = f"{brought.name} " if brought.name else ""
    unread = f"；未能读取的列表：{'、'.join(brought.unread)}" if brought.unread and not brought.reason else ""
    return (
        f"来源 {name}{brought.address}  {counts or '没有报告'}{f'：{brought.reason}' if brought.reason else ''}{unread}"
    )
