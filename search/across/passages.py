"""What a text shares with the reports held, as plain values.

Places (`start`, `end`) count code points of the text as it was given. «Other issuers» are all but
the one whose text it is; reports that name no issuer count as one issuer together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from search.request import NO_CHOICE, Chosen

# A string counts as shared from so many characters on, without white space: the least and the most
# that can be asked for, and what is taken where nothing is said. Below 8 everything is shared.
LEAST, MOST_LEAST, USUAL_LEAST = 8, 40, 12
# What so many other issuers write alike is formula.
FORMULA_BODIES: Final = 5
MOST_CHARACTERS: Final = 20_000  # of a draft; the longest report held has about as many


@dataclass(frozen=True, slots=True)
class Compared:
    """A text to be compared with what is held.

    `report`: the id of the report that the text is: it is left out, its issuer's earlier years are
    told apart. `follows`: of a draft, a report of the same issuer: all of that issuer's are told
    apart. `least`: characters of a shared string. `filters`: among which reports. `most`: so many
    passages are told at most, the widest shared first where there are more. `nearest`: whether to
    look for the held sentences that come nearest to what is new.
    """

    text: str
    report: str = ""
    follows: str = ""
    least: int = USUAL_LEAST
    filters: Chosen = field(default_factory=lambda: NO_CHOICE)
    most: int = 400
    nearest: bool = False


class Holder(NamedTuple):
    """One place where a string stands: `character` from the beginning of the section as written,
    `paragraph` from 1."""

    report: str
    section: str
    fingerprint: str
    title: str
    zone: str | None
    year: int | None
    paragraph: int
    character: int


class Passage(NamedTuple):
    """A string of the text that others hold too. `whole_clauses`: it begins and ends with clauses;
    `in_title_marks`: less than the least of it stands outside of 《》. `years`: those known,
    ascending; `oldest`: the oldest place held, without a year last."""

    start: int
    end: int
    text: str
    whole_clauses: bool
    in_title_marks: bool
    bodies: int
    reports: int
    years: tuple[int, ...]
    occurrences: int
    oldest: Holder


class Stretch(NamedTuple):
    """A stretch of the text that is shared with any other issuer, or (`is_formula`) with
    FORMULA_BODIES of them, as far as it goes."""

    start: int
    end: int
    is_formula: bool


class Source(NamedTuple):
    """A report and how many characters of the text stand in it, in strings of the least length and
    longer."""

    report: str
    title: str
    zone: str | None
    year: int | None
    characters: int
    share: float


class Masked(NamedTuple):
    """A sentence of the text that others hold with the same or other figures."""

    start: int
    end: int
    text: str
    bodies: int
    reports: int
    years: tuple[int, ...]
    oldest: Holder


class Near(NamedTuple):
    """A sentence of the text that nobody holds, and the held one that is most like it (`likeness`, 0
    to 1): figures apart, by the pairs of characters that both have. All None where none is like
    enough, and where (not `is_sought`) none was looked for."""

    start: int
    end: int
    text: str
    likeness: float | None = None
    held: str | None = None
    holder: Holder | None = None
    is_sought: bool = True


class OwnYears(NamedTuple):
    """What the text shares with other reports of its own issuer."""

    reports: int
    shared: float
    passages: tuple[Passage, ...]


class Passages(NamedTuple):
    """What a text shares. `characters`: those that count, without white space; `shared`,
    `boilerplate`: the shares of them that stand with any other issuer and with FORMULA_BODIES,
    titles in 《》 not counted as shared. `passages`, of `passage_total`, in the order of the text;
    `formulas`: the same for FORMULA_BODIES. `stretches`: all that is shared, in order. `own_years`:
    None where the issuer is not known. `new`: the `new_total` sentences that nobody holds, neither
    others nor `own_years`, in order; empty where `nearest` was not asked for. `is_complete`: whether
    nothing was too repetitive to be looked at to the end."""

    version: str
    characters: int
    least: int
    shared: float
    boilerplate: float
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    passage_total: int
    formulas: tuple[Passage, ...]
    formula_total: int
    stretches: tuple[Stretch, ...]
    sentences: tuple[Masked, ...]
    sentence_total: int
    new: tuple[Near, ...]
    new_total: int
    own_years: OwnYears | None
    is_complete: bool


class Widespread(NamedTuple):
    """A sentence that several issuers write, figures apart, as the oldest holder has it."""

    text: str
    bodies: int
    reports: int
    years: tuple[int, ...]
    oldest: Holder


class WidespreadPage(NamedTuple):
    """A page of the sentences of a selection that most issuers write, most first."""

    version: str
    total: int
    bodies: int
    sentences: tuple[Widespread, ...]
