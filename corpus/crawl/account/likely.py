"""Why a source gave no report: the likeliest reason, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.crawl.account.outcome import Outcome
from corpus.identity import canonical
from corpus.saying import Saying

SCRIPTED = Saying("列表由脚本生成，未能读取；请在浏览器里打开，把里面的报告另存后用 xunzhang add 收录。")
NEVER = Saying("这次没有问到它；请再运行一次。")


def likely_reason(source: str, outcomes: Sequence[Outcome], elsewhere: str | None) -> str:
    """The reason, from what became of the source itself and of what it led to; `elsewhere` is a host out
    of scope to which its links promise reports."""
    if not outcomes:
        return NEVER
    own = next((each for each in outcomes if canonical(each.address) == canonical(source)), None)
    if (own and own.status in ("failed", "gone")) or (own and len(outcomes) == 1 and own.reason != SCRIPTED):
        return Saying("来源本身没有给出报告：%(reason)s", reason=own.reason) if own.reason else own.status
    scripted = next((each.address for each in outcomes if each.reason == SCRIPTED), None)
    if scripted:
        return Saying("列表由脚本生成，未能读取：%(address)s", address=scripted)
    if elsewhere:
        return Saying("报告可能在另一个主机 %(host)s：请加 --allow %(host)s 再抓。", host=elsewhere)
    return _commonest(outcomes)


def _commonest(outcomes: Sequence[Outcome]) -> str:
    """The commonest reason among what it led to; that something failed says more than that a page is no
    report."""
    for statuses in (("failed",), ("refused", "gone")):
        reasons = Counter(each.reason for each in outcomes if each.status in statuses and each.reason)
        if reasons:
            reason, count = reasons.most_common(1)[0]
            template = "看了 %(pages)s 页，没有报告；其中 %(count)s 页：%(reason)s"
            return Saying(template, pages=len(outcomes), count=count, reason=reason)
    return Saying("看了 %(pages)s 页，没有报告。", pages=len(outcomes))
