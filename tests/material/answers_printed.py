"""Questions, and every answer to them about an index, all digits of it."""

from itertools import product

from search.across.passages import Compared
from search.embedded import Embedded
from search.request import SORTS, Request

QUERIES = (
    "",
    "法",
    "法治政府建设",
    '"行政复议"',
    '"办*件"',
    "行政复议 政府",
    "行政 复议 -公开",
    "法治 OR 执法",
    "NOT 政府",
    "行政 NOT (执法 OR 公开)",
    "执法 ~6 公开",
    "火炬 执法",
    "潮州 公开",
    "五十二件",
    "title:2023 法治",
    "heading:概况 办结",
    "zone:云岭 行政",
    "region:广东 执法 OR 法",
    "year:2021..2022 复议",
    "政府信息公开工作年度报告",
    "𠀀 行政",
    "缺",
)
FILTERS = (
    {},
    {"year": ("2021", "2023")},
    {"region": ("440000",), "zone": ("火炬区", "")},
    {"part": ("",), "kind": ("法治政府建设",)},
)
PAGES = ((0, 20), (195, 10))
DRAFTS = (
    "",
    "行政复议受理五十二件，办结率达百分之九十。复议复议复议。",
    "火炬区行政机关行政执法案卷评查。 園區企業服務窗口接待群眾\n𠀀村法治宣传！办结53件，信访办了三件",
)


def answers(folder, filters=FILTERS, sorts=SORTS, pages=PAGES):
    """The questions and their answers, as text."""
    engine = Embedded(folder)
    for typed, chosen, sort, (offset, limit) in product(QUERIES, filters, sorts, pages):
        if sort == "relevance" or offset == 0:
            yield (typed, chosen, sort, offset), repr(engine.search(Request(typed, chosen, sort, offset, limit)))
    for typed in QUERIES:
        yield ("kwic", typed), repr(engine.kwic(Request(typed)))
        yield ("suggest", typed), repr(engine.suggest(typed))
    for text in DRAFTS:
        for least in (8, 12):
            yield ("passages", text, least), repr(engine.passages(Compared(text, least=least, nearest=True)))
    yield ("widespread",), repr(engine.widespread(Request(limit=5)))
