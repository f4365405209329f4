"""What a search gives back, as plain values. Offsets and lengths count Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from search.named import NOTHING_NAMED, Body, Named, ReportHit

Range = tuple[int, int]


class Total(NamedTuple):
    """How much was found. `exact`: sections where each bare run of the query stands unbroken."""

    sections: int
    reports: int
    zones: int
    occurrences: int
    exact: int


class Snippet(NamedTuple):
    """A stretch of a section as written, and the merged ranges of the matches in it."""

    text: str
    ranges: tuple[Range, ...]


class Hit(NamedTuple):
    """A section that matches. `headings` stand as written with their numbers, outermost first, the
    section's own last; `fingerprint` is that of the section's text (`corpus.text.fingerprint`).

    A tuple: a page makes twenty, 0.5 µs each, and frozen dataclasses take 3.
    """

    report: str
    section: str
    fingerprint: str
    paragraph: int | None  # 1-based number of the paragraph of the snippet's first match, None where nothing is marked
    title: str
    zone: str | None
    province: str | None
    city: str | None
    year: int | None
    kind: str
    part: str | None
    script: str
    headings: tuple[str, ...]
    score: float
    occurrences: int
    snippet: Snippet
    scan: float | None = None  # how sure recognition was of a scan, as in the record
    text: str | None = None  # the section's whole text as written, where the request wants it


class Part(NamedTuple):
    """A section that holds some of what was typed, and what it lacks, as it was typed."""

    hit: Hit
    missing: tuple[str, ...]


class Partial(NamedTuple):
    """The second block: how many sections hold some of what was typed and not all, and those of
    them that are asked for, by score."""

    sections: int
    hits: tuple[Part, ...]


class FacetValue(NamedTuple):
    """`count`: sections the search gives with this value alone chosen in its facet, all else
    unchanged.

    `value` is what the address holds; `label` what a person reads; `toggled` is the facet's choice
    after this value is toggled. A tuple, for an answer may have hundreds of them and frozen
    dataclasses take three times as long to make.
    """

    value: str
    label: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks
    selected: bool
    toggled: tuple[str, ...]
    children: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """A part of a search that found nothing: a word, phrase or field of the query, or the choice in
    a facet.

    `facet` is "" for a part of the query; `label` says the part in words. `alone`: sections it
    gives by itself, without filters; `without`: sections the search gives when it is left out; `q`:
    the query then. `shorter`: the longest piece of an absent phrase that does occur ("" where there
    is none), in `shorter_sections` sections when searched by `shorter_q` without filters. `apart`:
    it is no piece but the whole, with signs or a paragraph's end between its characters.
    """

    facet: str
    label: str
    alone: int
    without: int
    q: str
    shorter: str = ""
    shorter_sections: int = 0
    shorter_q: str = ""
    apart: bool = False


class Note(NamedTuple):
    """A sentence above the hits, and the search that it offers: what the link says, and the query,
    "" where there is none."""

    text: str
    label: str
    q: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to a `Request`. `notes` are sentences a person should read (an unknown
    filter value …).

    `bodies`, `reports`: issuers and reports that the query names, the best first, reports within
    the filters. `explanation`: where no section was found, what each part of the search gives by itself, and
    without it, and pieces of it that occur; where only one or two were found, the parts of the
    query that can be left out to find more, best first. `readings`: what was forgiven in the query,
    each with the search that it offers. `whole`: hits are whole reports, each by one of its
    sections, and facets count reports; a report counts in each of its parts. `partial`: what
    follows the hits, None where the query asks for one thing only. `same`: for each hit how many
    sections of the answer say the same, itself included; () where nobody asked, or it is not known.
    """

    version: str
    text: str
    interpreted: str
    total: Total
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    bodies: tuple[Body, ...] = ()
    reports: tuple[ReportHit, ...] = ()
    named: Named = NOTHING_NAMED
    notes: tuple[str, ...] = field(default=())
    explanation: tuple[Cause, ...] = ()
    readings: tuple[Note, ...] = ()
    whole: bool = False
    partial: Partial | None = None
    same: tuple[int, ...] = ()

    @property
    def given(self) -> int:
        """How many hits there are: whole reports, or sections."""
        return self.total.reports if self.whole else self.total.sections


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One occurrence in its context; `start` and `end` are offsets in the section's text,
    `headings` as in `Hit`."""

    report: str
    section: str
    fingerprint: str
    paragraph: int
    start: int
    end: int
    left: str
    match: str
    right: str
    zone: str | None
    year: int | None
    province: str | None
    city: str | None
    kind: str
    part: str | None
    title: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A search that can be started, and how many sections it finds. `kind`: text, how what was
    typed goes on; body, an issuer; report, the title of one."""

    text: str
    sections: int
    kind: str = "text"
