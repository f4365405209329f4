"""Why a page has no body: a list, an attachment alone, what a server says instead of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.line.weight import Weighed
from corpus.wording.coded import said

IS_LIST = said("list")
ATTACHED_ONLY = said("attachments_only")
NO_BODY = said("no_body")
ERROR_PAGE = said("error_page")
CHECK_PAGE = said("check_page")

# So many lines "…报告 2024-01-10" are a list.
LIST_LINES = 5
# Characters in which a server says that it shows no page.
NO_PAGE_WITHIN = 1500

# A line of a list: a report's title, its date perhaps behind it.
LISTED = re.compile(r".{4,60}(?:报告|年报|公报|情况|通知|公告|总结)(?:[(\[].{1,20}[)\]])?(?:\d{4}-\d\d?-\d\d?)?")
_MISSING = re.compile(r"(?:页面|网页|内容|链接).{0,10}(?:不存在|(?:已|被)(?:删除|移除)|找不到)|404")
_CHECKED = re.compile(r"安全验证|拖动滑块|人机验证|请求.{0,8}(?:拦截|异常)|访问(?:过于)?频繁")


def why_bodiless(weighed: Sequence[Weighed]) -> str:
    """The reason, for a page of which no run of lines is a body."""
    texts = [line.bare for line in weighed]
    if reason := no_page("".join(texts)):
        return reason
    if sum(bool(LISTED.fullmatch(text)) for text in texts) >= LIST_LINES:
        return IS_LIST
    return ATTACHED_ONLY if any(line.role == "attached" for line in weighed) else NO_BODY


def no_page(text: str) -> str | None:
    """What a server says instead of a page, in squeezed text; None for any other text.

    >>> no_page("您访问的页面不存在或已被删除") == ERROR_PAGE
    True
    """
    if _MISSING.search(text[:NO_PAGE_WITHIN]):
        return ERROR_PAGE
    return CHECK_PAGE if _CHECKED.search(text[:NO_PAGE_WITHIN]) else None
