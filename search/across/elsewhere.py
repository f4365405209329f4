"""How others write about the topic of a section: the question and the answer, as plain values."""

from __future__ import annotations

from typing import NamedTuple

from corpus.saying import Saying
from search.answer import Hit

MOST = 50  # sections of an answer, at most


class Topic(NamedTuple):
    """A section, held or not, whose like is looked for. `report`: id of the report it stands in,
    which is never found; `zone`: who reports; `names`: what else they are called, which says nothing
    about the topic; `heading` begins `text`."""

    report: str
    zone: str | None
    kind: str
    part: str | None
    heading: str
    text: str
    names: tuple[str, ...] = ()


class Word(NamedTuple):
    """A word that tells the topic, and how well."""

    text: str
    weight: float


class Like(NamedTuple):
    """A section like it, as a hit, and which of the words stand there, the weightiest first."""

    hit: Hit
    matched: tuple[str, ...]


class Alike(NamedTuple):
    """`bodies`: the likest section of each other issuer, best first; `own_years`: of each other
    report of the same issuer, oldest first. `notes` say why there is nothing."""

    version: str
    words: tuple[Word, ...]
    bodies: tuple[Like, ...]
    own_years: tuple[Like, ...]
    notes: tuple[Saying, ...] = ()
