"""The printed title: where it stands before the body, over how many lines it runs, and what it
reads joined.

Pages print it up to three times (page, metadata, document), split at any character over two to four
lines. The page's own meta tags and <title> say what to look for; without them the words decide:
what a report is called, and where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.line.weight import Weighed, roles_from
from corpus.name.site_name import may_set_off
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numerals import SPELLED_YEAR
from corpus.title.broken import CALLED, is_place, joined_title, joint
from corpus.title.hinted import ABOUT, COLUMN, SHORTEST, without_site

# Characters of a title, squeezed; rejects sentences.
LONGEST_PRINTED = 110
# A title runs over at most so many lines.
MOST_TITLE_LINES = 4
# Lines above the body that are looked through; the longest menu seen has some 600.
MOST_ABOVE = 800
# Characters of the body in which its year is named.
TITLE_YEAR_WITHIN = 1500
# Lines, blank ones included, in which a neighbour is looked for.
NEIGHBOURS = 4
# What speaks for a candidate: its being the title that the page's tags name (a rank less for each further
# name), or most of such a name; being called a report, another document, being about something, a
# year; a heading's element, an element named after titles.
NAMED, PART_OF_NAME, MOST_OF_NAME = 12, 3, 0.8
CALLED_REPORT, CALLED_DOCUMENT, ABOUT_SOMETHING, WITH_YEAR = 4, 2, 1.5, 1
IN_HEADING, IN_TITLE_BOX = 2, 1
# What speaks against it: each line more, being a link, being a covering letter's, standing below «related
# links», telling years that the body's opening does not.
LINE_MORE, LINKED, COVERING, BELOW_LINKS, OTHER_YEAR = 0.6, 3, 1.5, -3.0, 2.5
# A letter's part or the metadata right below.
ABOVE_METADATA = 1.5
# Of equals the nearer to the body: so much for each line between, up to so many.
PER_LINE, FARTHEST = 0.01, 100
# A repetition may be longer by its site's name.
LONGER_REPEATED = 1.3
# Lines with blank ones between that a title is looked for in, for each line that it may have.
SPREAD = 3
# What a candidate must reach; a bare menu entry gets 0–2, "…年度报告" 4 and more.
ENOUGH = 3.4

_DOCUMENT = re.compile(r"(?:要点|计划|方案|意见|决议|决定|通知|通告|公告|办法|规定|通报|解读|讲话|说明|批复|函)$")
_YEAR = re.compile(rf"(?:19|20)\d\d|{SPELLED_YEAR}年")
_QUOTED = re.compile(r"《[^》]*》")
_YEAR_NAMED = re.compile(r"(?:19|20)\d\d(?=年|-)")
# Links to other reports stand under such a line.
_LINKS_ABOVE = re.compile(r"(?:相关|推荐|延伸|热点|热门|往期|更多|上一[篇条]|下一[篇条])")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?年?度?")
# A sentence, or a label of metadata at the end.
_NO_TITLE = re.compile(r"[。；;！!？?]|[:：]$|(?:日期|时间|来源|机构|索引号|文号|字号|字体|浏览次数)$")
_COVERING = re.compile(r"(?:报送|呈报|呈送|上报|报请|送审)")


@dataclass(frozen=True, slots=True)
class Title:
    """The title as joined, and the lines it takes (`last` is the line after)."""

    text: str
    first: int
    last: int
    score: float


def find_title(weighed: Sequence[Weighed], lines: range, names: Sequence[str], body: str) -> Title | None:
    """The best title among these lines; of equal ones the last, which stands nearest to the body.

    `body` is the body's squeezed text: a title split inside a word is known by the body's having
    that word.
    """
    wanted = [squeeze(name) for name in names]
    best, enough = None, False
    told = set(_YEAR_NAMED.findall(_QUOTED.sub("", body[:TITLE_YEAR_WITHIN])))
    stop = lines.stop
    for first in lines[-MOST_ABOVE:]:
        if not _may_open(weighed[first]):
            continue
        for last in _ends(weighed, first, stop):
            lines_of_title = [line for line in weighed[first:last] if line.role != "blank"]
            if len(lines_of_title) > 1 and _in_menu(weighed, first):
                break
            score = _score(lines_of_title, wanted, body)
            score += _standing(weighed, first, last) if score else 0.0
            score -= PER_LINE * min(stop - last, FARTHEST)
            against = _another(lines_of_title, told)
            if best is None or score - against >= best.score:
                joined = joined_title([line.line.text.strip() for line in lines_of_title])
                best = Title(without_site(joined), first, last, score - against)
                enough = score + _covering(squeeze(joined)) >= ENOUGH
    return best if enough else None


def repeats(title: str, line: str) -> bool:
    """Is the line the title again, or at least a good piece of it?"""
    text, whole = squeeze(line), squeeze(title)
    return len(text) >= SHORTEST and (text in whole or (whole in text and len(text) < LONGER_REPEATED * len(whole)))


def _may_open(line: Weighed) -> bool:
    return (
        line.role is None
        and not line.prose
        and not line.heading
        and (han(line.line.text) > 1 or bool(_YEAR_ALONE.fullmatch(line.bare)))
    )


def _in_menu(weighed: Sequence[Weighed], first: int) -> bool:
    """One of several places in a list above: no first line of a title that goes on. A district
    below its city is no list."""
    here = weighed[first].bare
    if not is_place(here):
        return False
    above = next((line.bare for line in reversed(weighed[max(0, first - NEIGHBOURS) : first]) if line.bare), "")
    under = next((line.bare for line in weighed[first + 1 : first + NEIGHBOURS] if line.bare), "")
    return any(
        is_place(other) and not is_place(here + other) and not is_place(other + here) for other in (above, under)
    )


def _ends(weighed: Sequence[Weighed], first: int, stop: int) -> list[int]:
    """Line numbers after which a title that opens at `first` may end."""
    ends, taken = [], 0
    for index in range(first, min(stop, first + SPREAD * MOST_TITLE_LINES)):
        line = weighed[index]
        if line.role == "blank":
            continue
        if line.role is not None or line.heading or line.prose or taken == MOST_TITLE_LINES:
            break
        taken += 1
        ends.append(index + 1)
    return ends


def _score(lines: Sequence[Weighed], wanted: Sequence[str], body: str) -> float:
    bares = [line.bare for line in lines]
    text = "".join(bares)
    if may_set_off(text):
        text = squeeze(without_site("".join(line.line.text.strip() for line in lines)))
    if not SHORTEST <= len(text) <= LONGEST_PRINTED or _NO_TITLE.search(text):
        return 0.0
    if (COLUMN.fullmatch(text) and text not in wanted) or text[: len(text) // 2] == text[len(text) // 2 :]:
        return 0.0
    score = 0.0
    if text in wanted:
        score += NAMED - wanted.index(text)
    elif any(text in name and len(text) > MOST_OF_NAME * len(name) for name in wanted):
        score += PART_OF_NAME
    score += CALLED_DOCUMENT if _DOCUMENT.search(text) else CALLED_REPORT if CALLED.search(text) else 0
    score += (ABOUT_SOMETHING if ABOUT.search(text) else 0) + (WITH_YEAR if _YEAR.search(text) else 0)
    opening = lines[0].line
    score += IN_HEADING if opening.tag in ("h1", "h2", "h3") else 0
    score += IN_TITLE_BOX if opening.path and "tit" in opening.path[-1].lower() else 0
    if not score:
        return 0.0  # nothing says that it is a title, however well its lines fit
    score -= _covering(text)
    score -= LINE_MORE * (len(bares) - 1) + LINKED * max(line.line.linked for line in lines)
    return score + joint(bares, body)


def _covering(text: str) -> float:
    """A covering letter's title gives way to the report's own, where both are printed."""
    return COVERING if _COVERING.search(text) else 0.0


def _standing(weighed: Sequence[Weighed], first: int, last: int) -> float:
    """A title stands right above an addressee, a number or the metadata, and is not announced as a
    link to something else."""
    above = next((line.bare for line in reversed(weighed[max(0, first - 3) : first]) if line.role != "blank"), "")
    if _LINKS_ABOVE.match(above):
        return BELOW_LINKS
    under = next(roles_from(weighed, last), None)
    return ABOVE_METADATA if under in ("addressee", "number", "metadata", "date", "delivery") else 0.0


def _another(lines: Sequence[Weighed], told: set[str]) -> float:
    """What speaks against a title whose year the body's opening does not tell, but others: it is
    another report's."""
    years = set(_YEAR_NAMED.findall("".join(line.bare for line in lines)))
    return OTHER_YEAR if years and told and not years & told else 0.0
