"""Why a source gave no report: the likeliest reason, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.crawl.account.outcome import Outcome
from corpus.identity import canonical
from corpus.wording.coded import said

SCRIPTED = said("scripted")


def likely_reason(source: str, outcomes: Sequence[Outcome], elsewhere: str | None) -> str:
    """The reason, from what became of the source itself and of what it led to; `elsewhere` is a host out
    of scope to which its links promise reports."""
    if not outcomes:
        return said("never_asked")
    own = next((each for each in outcomes if canonical(each.address) == canonical(source)), None)
    if (own and own.status in ("failed", "gone")) or (own and len(outcomes) == 1 and own.reason != SCRIPTED):
        return said("source_itself", reason=own.reason) if own.reason else own.status
    scripted = next((each.address for each in outcomes if each.reason == SCRIPTED), None)
    if scripted:
        return said("scripted_at", address=scripted)
    if elsewhere:
        return said("elsewhere", host=elsewhere)
    return _commonest(outcomes)


def _commonest(outcomes: Sequence[Outcome]) -> str:
    """The commonest reason among what it led to; that something failed says more than that a page is no
    report."""
    for statuses in (("failed",), ("refused", "gone")):
        reasons = Counter(each.reason for each in outcomes if each.status in statuses and each.reason)
        if reasons:
            reason, count = reasons.most_common(1)[0]
            return said("none_for", pages=len(outcomes), count=count, reason=reason)
    return said("none", pages=len(outcomes))
