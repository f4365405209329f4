"""The year a report is about, which is seldom the year it was published.

The title says it, else the opening sentence or the statistical period, else the numbered headings,
else the year most often named; the publication year less one comes last. Years inside a cited
document number or a quoted title (《…2019年重点工作》, 厦委法〔2019〕3号) and years of an amendment
(2019年4月修订) are not the report's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.describe.sure import evidence
from corpus.issuer.announced import VERB, announced
from corpus.records import Evidence
from corpus.text.dates import FIRST_YEAR, LAST_YEAR
from corpus.text.numerals import CITED_YEAR, COUNTING, arabic_years

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?!\s*[〕\]］】）)]\s*\d)")
SPAN = re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—–~～至]+\s*((?:19|20)?\d\d)\s*年?(?!\d)")
OF_THE_NEXT = re.compile(r"计划|安排|打算|思路|规划|要点")
PERIOD = re.compile(
    r"((?:19|20)\d\d)\s*年\s*1\s*月\s*1\s*日?\s*(?:起|开始)?\s*[至到—\-－~～]+\s*(?:((?:19|20)\d\d)\s*年\s*)?1[012]\s*月"
)
QUOTED = re.compile(r"《[^》]{0,120}》")
SELF = re.compile(r"(?:年度|年)[^，。；]{0,30}(?:报告|情况|工作|如下|总结)")
YEAR_BEFORE = re.compile(rf"(?:{VERB}|将|就|^\s*)[^。；\n]{{0,24}}(?:上一?年度|去年)")
YEAR_WITHIN = 700  # characters of the body in which the year is told
LONGEST_SPAN = 5  # years of a span that one report may be about: a term; rejects 1949—2009
LATE = ("11", "12")  # months in which reports on the running year come out
PLAIN = 2  # a year outside of quoted titles counts so much more than one inside


def _usable(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def year_in_title(title: str) -> int | None:
    """The year a title speaks of: of a span (2021—2022年) the last, of result and plan the
    first."""
    plain = arabic_years(CITED_YEAR.sub("", title))
    if YEAR.search(unquoted := QUOTED.sub("", plain)):
        plain = unquoted  # 贯彻《…纲要(2021-2025年)》2023年度情况报告
    span = SPAN.search(plain)
    if span and not OF_THE_NEXT.search(plain):
        last = span.group(2)
        year = int(last if len(last) == len("2023") else span.group(1)[:2] + last)
        if _usable(year) and 0 < year - int(span.group(1)) <= LONGEST_SPAN:
            return year
    years = [int(year) for year in YEAR.findall(plain) if _usable(int(year))]
    marked = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?=\s*年|-?度)", plain) if _usable(int(year))]
    return next(iter(marked or years), None)


def year_of(
    title: str | None, paragraphs: Sequence[str], day: str | None, columns: str = ""
) -> tuple[int | None, Evidence | None]:
    """The report's year and what says so; None where nothing does. `columns`: breadcrumb and column
    names."""
    text = arabic_years("\n".join(paragraphs)[:20_000])
    for source, year in (
        ("title", year_in_title(title or "")),
        ("opening/announced", _announced(text[:YEAR_WITHIN])),
        ("period", _period(text)),
        ("opening", _opening(text[:YEAR_WITHIN])),
        ("year_before_publication", _before(day) if YEAR_BEFORE.search(text[:YEAR_WITHIN]) else None),
        ("heading", _headings(paragraphs)),
        ("opening/told", _first_told(text[:YEAR_WITHIN])),
        ("column", year_in_title(columns)),
        ("commonest_year", _commonest(text)),
        ("from_publication", _before(day)),
    ):
        if year is not None:
            return year, evidence("year", source)
    return None, None


def _announced(text: str) -> int | None:
    """现将…2023年度…报告如下; 现公布《…2022年…年度报告》; a title quoted as the report's own."""
    plain = CITED_YEAR.sub("", text)
    years = _years(QUOTED.sub(_own_title, announced(plain)))
    if years:
        return years[0]
    title = next(
        (held for held in QUOTED.findall(plain) if re.search(r"年度报告|工作报告|情况.{0,3}报告|年报", held)), ""
    )
    years = _years(title)
    return years[0] if years else None


def _own_title(match: re.Match[str]) -> str:
    return match.group() if "报告" in match.group() else ""


def _period(text: str) -> int | None:
    match = PERIOD.search(text)
    if not match or not _usable(int(match.group(1))):
        return None
    return int(match.group(2) or match.group(1))


def _opening(text: str) -> int | None:
    """The first year of the opening that is neither cited nor quoted: 2023年,我区坚持…"""
    plain = _own_words(text)
    first = re.match(r"[\s\u3000]*((?:19|20)\d\d)\s*[年\-]", plain)
    if first and _usable(int(first.group(1))):
        return int(first.group(1))
    match = re.search(r"((?:19|20)\d\d)年度?(?!\d*月)" + SELF.pattern.removeprefix("(?:年度|年)"), plain)
    return int(match.group(1)) if match and _usable(int(match.group(1))) else None


def _first_told(text: str) -> int | None:
    """The first year of the opening, whatever is said of it."""
    return next(iter(_years(_own_words(text))), None)


def _own_words(text: str) -> str:
    """Without what is quoted or cited, and years that are planned for."""
    plain = QUOTED.sub("", CITED_YEAR.sub("", text))
    return re.sub(rf"{YEAR.pattern}年[^。；\n]{{0,16}}(?:{OF_THE_NEXT.pattern})", "", plain)


def _years(text: str) -> list[int]:
    return [
        int(year)
        for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?=\s*年(?!\s*\d+\s*月)|-?度)", text)
        if _usable(int(year))
    ]


def _headings(paragraphs: Sequence[str]) -> int | None:
    """一、2021年度…工作情况 names the year, 二、2022年…安排 the one after it."""
    for paragraph in paragraphs:
        heading = arabic_years(paragraph[:60])
        if not re.match(rf"\s*(?:第?[{COUNTING}]+[、部章.]|[（(][{COUNTING}]+[）)])", heading):
            continue
        years = _years(heading.split("。")[0])
        if years:
            return years[0] - 1 if OF_THE_NEXT.search(heading) or "下一步" in heading else years[0]
    return None


def _commonest(text: str) -> int | None:
    plain = CITED_YEAR.sub("", text)
    counts = Counter({year: PLAIN * count for year, count in Counter(_years(QUOTED.sub("", plain))).items()})
    for quoted in QUOTED.findall(plain):
        counts.update(_years(quoted))
    if not counts:
        return None
    most = max(counts.values())
    return max(year for year, count in counts.items() if count == most)


def _before(day: str | None) -> int | None:
    """The year before publication; its own where the report came out at its end, as drafts for the
    next year's do."""
    if not day or not _usable(int(day[:4]) - 1):
        return None
    return int(day[:4]) - (day[5:7] not in LATE)
