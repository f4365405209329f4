"""What a page calls its document in its own tags and metadata, which says what title to look for.

Tags hold the site's and the column's name as often as the title; those name no document and are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.line.weight import Weighed
from corpus.name.site_name import may_set_off, pieces, without_last
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.title.broken import CALLED, ORGAN, SITE, ZONE

# Characters of a title, squeezed; rejects menu entries.
SHORTEST = 6
ABOUT = re.compile(r"法治政府|依法行政|依法治|法治建设|信息公开|政府工作|年度|工作报告")
# What a tag without its last piece must be called to be a title.
_REPORTS = re.compile(r"报告|年报|总结|情况|公报|報告")
_NAMED = re.compile(r"(?:标\s*题|(?:信息|文件|公文)?名\s*称)\s*[\])】]?\s*[:：|\t\s]\s*([^|\t]{6,120})")
# A column's name is no title of its own.
COLUMN = re.compile(
    r"(?:法治政府建设|法治建设|依法行政|(?:政府)?信息公开)(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)(?:公开|公示)?|年度报告"
)


def hints(meta: Mapping[str, str], title_tag: str | None) -> tuple[str, ...]:
    """What the page itself calls its document, surest first."""
    named = [meta[name] for name in ("articletitle", "og:title", "title") if name in meta]
    if title_tag:
        told = not all(_nameless(squeeze(piece)) for piece in pieces(title_tag))
        named += [title_tag] if told else []
        named += [*(piece for piece in pieces(title_tag) if not SITE.search(squeeze(piece)))]
    cleaned = (re.sub(r"<[^<>]{1,40}>", "", text).strip() for text in named)
    return tuple(dict.fromkeys(text for text in cleaned if han(text) >= SHORTEST - 2 and not _nameless(squeeze(text))))


def _nameless(text: str) -> bool:
    """A column's name, or nothing but an organ's: what the page calls itself, not its document."""
    return bool(COLUMN.fullmatch(text) or ((ORGAN.search(text) or ZONE.search(text)) and not ABOUT.search(text)))


def named_in_metadata(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """Titles that a metadata block gives: 标题：…, | 名称 | … |."""
    found = (_NAMED.search(line.line.text) for line in weighed if line.role == "metadata")
    return tuple(dict.fromkeys(match[1].strip() for match in found if match and han(match[1]) >= SHORTEST))


def without_site(text: str, *, of_a_tag: bool = False) -> str:
    """A title without the site's name behind it: 「…年度报告 - 东湖县人民政府」. What stands last in a
    page's tag (`of_a_tag`) is the site's name whatever it is called.

    >>> without_site("东湖县2023年度报告_东湖在线", of_a_tag=True)
    '东湖县2023年度报告'
    """
    parts = pieces(text) if may_set_off(text) else []
    if len(parts) < 2:
        return text
    if of_a_tag:
        shorter = without_last(text)
        return shorter if _REPORTS.search(shorter) else text
    return parts[0].strip() if CALLED.search(squeeze(parts[0])) and SITE.search(squeeze(parts[-1])) else text


def title_of_hints(names: Sequence[str], site: str | None) -> str | None:
    """The title by the page's own tags, where it is not printed: the first hint that is no site's
    name."""
    own = squeeze(site or "")
    for name in names:
        text = squeeze(name)
        if text == own or SITE.search(text) or (own and text.endswith(own)):
            continue
        return name
    return None
