"""The element of a page that holds its body, read from the paths of the lines.

Known containers first: publishing systems name them alike on thousands of sites. Without one,
nothing is narrowed and the weights alone decide (`corpus.line.weight`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.line.weight import MOSTLY_LINKED, Weighed
from corpus.text.han import han
from corpus.text.numbering import CHINESE, number_of

# The known container must hold this share of the page's prose; rejects an empty or a teaser's
# TRS_Editor, keeps a short notice on a page that describes its site at length.
LEAST_INSIDE = 0.25

# A body without any sentence has so many Chinese characters at least.
FEWEST_HAN = 80

# Containers of publishing systems: TRS, hanweb, gov.cn, Guangdong, ministries' own.
_KNOWN = re.compile(
    r"[#.](?:trs_?(?:u?editor|editor_view)|zoom|ucap-content|article-?con(?:tent)?|articlecontent|content_?txt|pages_content|"
    r"zw-?content|zwcontent|con_con|my_doccontent|vf_detail_main|detailcontent|detail-text-content|div_zhengwen|xxgk_content|"
    r"bt_content|wzcontent|v_news_content|news_content|txt_content|xxgkcontent|nr_content|main_content)(?=[#.]|$)",
    re.IGNORECASE,
)


def narrowed(weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """The lines, those outside the known container weighing nothing good if it holds enough
    prose."""
    names = {name for line in weighed for name in line.line.path}
    known = {name for name in names if _KNOWN.search(name)}
    if not known:
        return weighed
    held = [not known.isdisjoint(line.line.path) for line in weighed]
    total = sum(line.weight for line in weighed if line.prose)
    inside = sum(line.weight for line, own in zip(weighed, held, strict=True) if line.prose and own)
    if not inside or (inside < LEAST_INSIDE * total and not _has_chapters(weighed, held)):
        return weighed
    return [
        line if own else line._replace(weight=min(line.weight, -2.0)) for line, own in zip(weighed, held, strict=True)
    ]


def _has_chapters(weighed: Sequence[Weighed], held: Sequence[bool]) -> bool:
    """Do chapters count on inside the container, and none outside? Then it holds the report, however
    heavy what stands beside it."""
    places: dict[bool, set[int]] = {True: set(), False: set()}
    for line, own in zip(weighed, held, strict=True):
        if line.heading and (number := number_of(line.line.text)) and number.family == CHINESE:
            places[own].add(number.value)
    return {1, 2} <= places[True] and not places[False]


def is_known(path: Sequence[str]) -> bool:
    """Does a known container lie on the path?"""
    return any(_KNOWN.search(name) for name in path)


def held_by_known(weighed: Sequence[Weighed]) -> tuple[int, int] | None:
    """The lines of a known container on a page without a sentence: a table is its body."""
    inside = [at for at, line in enumerate(weighed) if line.role in (None, "figure") and is_known(line.line.path)]
    shown = sum(han(weighed[at].line.text) for at in inside if weighed[at].line.linked < MOSTLY_LINKED)
    if shown < FEWEST_HAN:
        return None
    return inside[0], inside[-1] + 1


def shared_path(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """The containers which all sentences of these lines share, outermost first; () for flattened
    text."""
    paths = [line.line.path for line in weighed if line.prose]
    if not paths:
        return ()
    shared = paths[0]
    for path in paths[1:]:
        length = next((at for at, (one, other) in enumerate(zip(shared, path, strict=False)) if one != other), None)
        shared = shared[: min(len(shared), len(path)) if length is None else length]
    return shared
