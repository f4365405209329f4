"""Where the text of a section is now: where it was, in another place, changed, or gone.

An address names a section by its number and carries the fingerprint of its text. What that text was
is looked up in the earlier pages of the report, which are kept. Where they tell, whatever is not
the same text is a change. Where they do not, the text was made of the page that is held, by another
cleaner, mask or table of folding, and counts as the same while 0.9 of it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from corpus.errors import Hindered
from corpus.identity import sha256
from corpus.intake.reclean import clean_for
from corpus.records import Report, Section
from corpus.store.folder import Store
from corpus.text.fingerprint import Fingerprint, fingerprint_of, grams, likeness, plain

# Share of all stretches of two texts that both have: where 0.9 of each stands in the other.
STANDS: Final = 0.9 / (2 - 0.9)
# Less is not even the nearest: of 7,411 pairs of other sections of a report two look so like
# (`python -m benchmarks.fingerprints`, 28 November 2026).
NEAR: Final = 0.45
# Share of the former text's stretches in the nearest section. Of another section of its own report
# it is at most 0.16 for 99 of 100 (1,010 sections of 97 reports).
HOLDS: Final = 0.3
# Without a fingerprint only most of the text says that a section of another number is meant.
MOST_OF_IT: Final = 0.5
# Earlier pages that are read, newest first: cleaning one takes some 20 ms.
MOST_VERSIONS: Final = 20

State = Literal["there", "moved", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`section`: where the text is, or what is nearest to it, from `paragraph` (1-based) on; None
    where it is gone. `former`: the section as it was, where an earlier page tells."""

    state: State
    section: Section | None = None
    paragraph: int = 1
    former: Section | None = None


class _Likest(NamedTuple):
    likeness: float
    section: Section | None


def whereabouts(
    store: Store, report: Report, number: str, wanted: Fingerprint | None, paragraph: int = 1
) -> Whereabouts:
    """Where in a held report the text is that once stood under a number, by its fingerprint; by the
    number alone where there is none. `paragraph`: which of the section's is meant, from 1."""
    if wanted is None:
        found = _by_number(store, report, number)
        return _at(found, paragraph) if found.state == "there" else found
    at_number = [section for section in report.sections if section.id == number]
    for section in (*at_number, *report.sections):
        if _print(section) == wanted:
            return _at(_followed(section, number), paragraph)
    likest = _likest(wanted, (*at_number, *report.sections))
    former = _former(store, report, wanted, likest.likeness)
    if former is not None:
        return _changed(former, paragraph, report.sections)
    return _at(_by_sketch(wanted, likest, number), paragraph)


def _print(section: Section) -> Fingerprint:
    return fingerprint_of(section.text, section.number)


def _likest(wanted: Fingerprint, sections: Sequence[Section]) -> _Likest:
    """The section that looks most like it, the first of several."""
    compared = (_Likest(likeness(wanted, _print(section)), section) for section in sections)
    return max(compared, key=lambda each: each.likeness, default=_Likest(0.0, None))


def _followed(section: Section, number: str) -> Whereabouts:
    return Whereabouts("there" if section.id == number else "moved", section)


def _at(found: Whereabouts, paragraph: int) -> Whereabouts:
    """The same at one of its paragraphs, if it has so many."""
    has = found.section is not None and paragraph <= found.section.text.count("\n") + 1
    return replace(found, paragraph=paragraph) if has else found


def _by_sketch(wanted: Fingerprint, likest: _Likest, number: str) -> Whereabouts:
    if likest.section is None or likest.likeness < NEAR:
        return Whereabouts("gone")
    if likest.likeness >= STANDS and _print(likest.section).figures == wanted.figures:
        return _followed(likest.section, number)
    return Whereabouts("changed", likest.section)


def _former(store: Store, report: Report, wanted: Fingerprint, likeness_now: float) -> Section | None:
    """The section of the latest earlier page that has this fingerprint; else the likest, where no
    section of today is as like."""
    best = _Likest(likeness_now, None)
    for version in earlier(store, report):
        likest = _likest(wanted, version.sections)
        for section in version.sections:
            if _print(section) == wanted:
                return section
        best = likest if likest.likeness > best.likeness else best
    return best.section if best.likeness >= STANDS else None


def _changed(former: Section, paragraph: int, sections: Sequence[Section]) -> Whereabouts:
    """The section that holds most of what there was, of the paragraph that is meant before all
    others, unless that is next to nothing."""
    one = former.text.split("\n")[paragraph - 1 : paragraph] if paragraph > 1 else []
    for text in (*one, former.text):
        wanted = grams(plain(text, former.number))
        _, best = _holder(wanted, former.id, sections)
        if best is not None:
            return Whereabouts("changed", best, _begins(wanted, best), former)
    return Whereabouts("gone", former=former)


def _by_number(store: Store, report: Report, number: str) -> Whereabouts:
    for version in (report, *earlier(store, report)):
        for section in version.sections:
            if section.id != number:
                continue
            if version is report:
                return Whereabouts("there", section)
            share, best = _holder(_grams(section), number, report.sections)
            return Whereabouts("moved", best) if share >= MOST_OF_IT else Whereabouts("gone")
    return Whereabouts("gone")


def earlier(store: Store, report: Report) -> Iterator[Report]:
    """The report as its earlier pages have it, the latest first."""
    pages = [page for page in store.pages.readable(report.id) if sha256(page.body) != report.source_sha256]
    for page in pages[: -MOST_VERSIONS - 1 : -1]:
        try:
            yield clean_for(store, page, report.id)
        except Hindered:
            continue


def _grams(section: Section) -> set[str]:
    return grams(plain(section.text, section.number))


def _holder(wanted: set[str], number: str, sections: Sequence[Section]) -> tuple[float, Section | None]:
    """The section that holds most of these stretches, and their share. Where several hold half as
    much and more, for the text was split, that of the number, else the first."""
    shares = [(len(wanted & _grams(section)) / max(1, len(wanted)), section) for section in sections]
    most = max((share for share, _ in shares), default=0.0)
    several = [each for each in shares if each[0] >= max(HOLDS, most / 2)]
    return min(several, key=lambda each: each[1].id != number, default=(most, None))


def _begins(wanted: set[str], section: Section) -> int:
    """The first paragraph of a section of which most is wanted, 1-based."""
    for number, text in enumerate(section.text.split("\n"), 1):
        held = grams(plain(text))
        if held and len(held & wanted) > len(held) / 2:
            return number
    return 1
