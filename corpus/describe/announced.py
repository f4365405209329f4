"""The phrase in which a report says what it is: 现将东湖县2023年法治政府建设情况报告如下, 现公布《…年度报告》.

Kind, year and whether it reports at all are read in it.
"""

from __future__ import annotations

import re
from typing import Final

_VERB = r"(?:现将|现就|现(?:予|向社会)?公布|现(?:予)?发布|特?编制|发布|公布)"
# The shortest and the longest phrase seen between the verb and its end.
_PHRASE: Final = re.compile(
    rf"{_VERB}(?P<phrase>[^。；\n]{{4,90}}?)(?:(?:报告|汇报|总结|公布|公告|通报)?如下|予以公布|[。》])"
)


def announced(text: str) -> str:
    """What is announced in the text, without the verb before it; "" where nothing is.

    >>> announced("一年来，我县依法行政。现将东湖县2023年法治政府建设情况报告如下：")
    '东湖县2023年法治政府建设情况'
    """
    found = _PHRASE.search(text)
    return found["phrase"] if found else ""
