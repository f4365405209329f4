"""The phrase in which a report says what it is: 现将东湖县2023年法治政府建设情况报告如下, 现公布《…年度报告》.

The issuer, the kind and the year are read in it, and whether a page reports at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

VERB: Final = r"(?:现将|现就|(?:现(?:予|向社会)?|特?向社会|特)?(?:公布|发布)|特?编制)了?"
# The shortest and the longest phrase seen between the verb and its end.
_PHRASE: Final = re.compile(
    rf"{VERB}(?P<phrase>[^。；\n]{{4,90}}?)(?:(?:报告|汇报|总结|公布|公告|通报)?如下|予以公布|[。》])"
)
# The same where the phrase ends at any stop or may be quoted by itself: whoever is named stands in
# front, so its end may be missing.
_CLAUSE: Final = re.compile(rf"{VERB}(?P<phrase>[^《》。；;:：]{{4,90}}?)(?:如下|公布|予以|[。；;:：\n])")
_QUOTED: Final = re.compile(r"《(?P<phrase>[^《》]{4,90}?(?:报告|年报|情况|总结))》")


def announced(text: str) -> str:
    """What is announced in the text, without the verb before it; "" where nothing is.

    >>> announced("一年来，我县依法行政。现将东湖县2023年法治政府建设情况报告如下：")
    '东湖县2023年法治政府建设情况'
    """
    found = _PHRASE.search(text)
    return found["phrase"] if found else ""


def announcements(text: str) -> Iterator[str]:
    """Everything that may stand for the report's title: what 《》 quote as a report, then what is
    announced.

    >>> list(announcements("现公布《东湖县2023年年度报告》。"))
    ['东湖县2023年年度报告']
    """
    for form in (_QUOTED, _CLAUSE):
        yield from (found["phrase"] for found in form.finditer(text))
