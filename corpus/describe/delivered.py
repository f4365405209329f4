"""The year a 政府工作报告 was delivered: it looks back on one year and is named for the next.

Its title or the line of its session says so. Bare texts name the session they address, or the one
before, look back under one heading and plan under the next, or end a five-year plan; at last the
years they speak of most tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.describe.sure import evidence
from corpus.describe.year import year_in_title
from corpus.records import Evidence
from corpus.text.dates import FIRST_YEAR, LAST_YEAR
from corpus.text.numbering import number_of
from corpus.text.numerals import CITED_YEAR, COUNTING, arabic_years, counted

SESSION = re.compile(r"((?:19|20)\d\d)\s*年\s*\d+\s*月.{0,40}(?:代表大[会會].{0,12}[会會][议議]|人大.{0,8}次会议)")
OVER_WITHIN = 10  # characters after a session's name that say it is over
LONGEST_SESSION = 80  # characters of the line that tells the session, or a sentence
DELIVERED = re.compile(r"((?:19|20)\d\d)\s*年")
CONGRESS = re.compile(
    rf"(?<![{COUNTING}])第?(?P<congress>[{COUNTING}]{{1,3}})届全国人(?:民代表)?大会?(?:第?(?P<session>[一二三四五])次会[议議])?(?P<after>[^。；;\n]{{0,30}})"
)
# First sessions of the congresses whose terms were not five years
IRREGULAR = {
    (1, 1): 1954, (1, 2): 1955, (1, 3): 1956, (1, 4): 1957, (1, 5): 1958, (2, 1): 1959, (2, 2): 1960, (2, 3): 1962, (2, 4): 1963,
    (3, 1): 1964, (4, 1): 1975,
}  # fmt: skip
FIRST_REGULAR, FIRST_REGULAR_YEAR = 5, 1978  # the fifth met first in 1978, each five years after the one before
TERM = 5  # years
# The session named is the one before: 从去年…会议闭幕以来, 根据…会议的决议
BEFORE = re.compile(r"以[来來]|[闭閉]幕|期间|到现在|的决议|之后|以后")
FIVE_YEARS = re.compile(rf"[“\"]?([{COUNTING}]{{1,2}})五[”\"]?(?:时期|规划|计划)?[^。\n]{{0,16}}(?:回顾|总结|成就)")
THIRD, THIRD_PLAN = 3, 1966  # plans run for five years each from the third on
BACK = re.compile(r"回顾|总结|成就|成绩|过去")
AHEAD = re.compile(r"要求|任务|目标|部署|建议|安排|打算|重点|思路|措施|工作")
HEADINGS_WITHIN, HEADING_READ = 200, 60  # paragraphs and characters of one looked at
COUNTED_WITHIN = 30_000  # characters of the body in which years are counted
SESSION_WITHIN = 1_200  # characters of the body in which a session is named


def year_delivered(
    title: str | None, lines: Sequence[str], paragraphs: Sequence[str], day: str | None
) -> tuple[int | None, Evidence | None]:
    """The year and what says so. `lines` stand around the body, `day` is when it was issued or
    published."""
    text = arabic_years("\n".join(paragraphs)[:COUNTED_WITHIN])
    for source, year in (
        ("title", year_in_title(title or "")),
        ("session", _dated_session(lines)),
        ("session_number", _congress(text[:SESSION_WITHIN])),
        ("heading", _headings(paragraphs)),
        ("published", int(day[:4]) if day else None),
        ("five_year_plan", _after_plan(text[:SESSION_WITHIN])),
        ("years_told", _spoken_of(text)),
    ):
        if year is not None and FIRST_YEAR <= year <= LAST_YEAR:
            return year, evidence("delivered", source)
    return None, None


def _dated_session(lines: Sequence[str]) -> int | None:
    """——2024年1月20日在某市第十八届人民代表大会第三次会议上."""
    dated = (SESSION.search(arabic_years(line)) for line in lines if len(line) <= LONGEST_SESSION)
    return next((int(match.group(1)) for match in dated if match), None)


def _congress(opening: str) -> int | None:
    """The year of the National People's Congress a text addresses, or of the one after that it
    looks back to."""
    found = list(CONGRESS.finditer(opening))
    here = next((match for match in found if not _looked_back(match)), None)
    match = here or (found[0] if found else None)
    if match is None:
        return None
    congress, session = counted(match["congress"]), counted(match["session"] or "一")
    year = IRREGULAR.get((congress, session)) or FIRST_REGULAR_YEAR + TERM * (congress - FIRST_REGULAR) + session - 1
    if congress < FIRST_REGULAR and (congress, session) not in IRREGULAR:
        return None
    if here:
        return year
    return year + (TERM if re.search(r"五年|期间", match["after"]) else 1)


def _looked_back(match: re.Match[str]) -> bool:
    return bool(BEFORE.search(match["after"][:OVER_WITHIN]) or match.string[: match.start()].endswith(("从", "自")))


def _headings(paragraphs: Sequence[str]) -> int | None:
    """一、2018年工作回顾 tells the year before, 二、2019年总体要求 the year itself."""
    for paragraph in paragraphs[:HEADINGS_WITHIN]:
        heading = arabic_years(paragraph[:HEADING_READ]).split("。")[0]
        year = DELIVERED.search(heading)
        if year is None or number_of(paragraph) is None:
            continue
        if BACK.search(heading):
            return int(year.group(1)) + 1
        if AHEAD.search(heading):
            return int(year.group(1))
    return None


def _after_plan(opening: str) -> int | None:
    """A report that looks back on a whole five-year plan comes the year after its end."""
    match = FIVE_YEARS.search(opening)
    number = counted(match.group(1)) if match else 0
    return THIRD_PLAN + TERM * (number - THIRD) + TERM if number >= THIRD else None


def _spoken_of(text: str) -> int | None:
    """The year that fits the years named: most are of the year before, many of the year itself."""
    counts = Counter(int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)年", CITED_YEAR.sub("", text)))
    fits = {year: 2 * counts[year - 1] + counts[year] for held in counts for year in (held, held + 1)}
    return max(fits, key=lambda year: (fits[year], -year), default=None)
