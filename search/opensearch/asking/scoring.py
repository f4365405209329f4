"""What scores a section, as scripts that the cluster runs: the formula of `search.rank.score`, from
counts of phrases.

What a script is given is one number of 24 bits, as many as a score holds: twice the weighted
occurrences in the text, twice those in the heading, and whether the report is about it. So no
section may hold a term more than 8,191 times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from search.opensearch.asking.clauses import Clause, any_of, phrase
from search.opensearch.asking.corpus import Corpus
from search.opensearch.asking.matching import Matching, named
from search.query.counted import plain
from search.query.read import Query
from search.query.syntax import Operand
from search.rank.score import HEADING, INSIDE, K1, SHORT, B, Key, Term, terms

# Where the heading begins in the number, and what the report is about.
IN_HEADING, IS_ABOUT = 1 << 14, 1 << 23
# Each occurrence counts once, and again where it begins and ends with a word.
assert INSIDE == 0.5, "an occurrence inside a word counts half of one that is a word"

_NORM = "1.0 / (Math.max(doc['length'].value, params.short) * params.slope + params.rest)"
_LAST = "return params.weight * f / (f + params.k1);"
_COUNTED: Final = (
    "long s = Math.round((double)_score); double t = (s & 16383) * 0.5; double h = ((s >> 14) & 511) * 0.5;"
    f"double f = t * ({_NORM}) + params.heading * h + params.about * (s >> 23); {_LAST}"
)
# What was read here: counts by the number of the section.
_READ: Final = (
    "def c = params.counts.get(String.valueOf(doc['section_n'].value)); if (c == null) { return 0.0; }"
    f"double f = c * ({_NORM}); {_LAST}"
)


class Frequencies:
    """How often the operands of a query occur in the whole corpus."""

    def __init__(self, corpus: Corpus, matching: Matching) -> None:
        self._corpus, self._matching = corpus, matching

    def frequency(self, operand: Operand | str) -> int:
        """How many occurrences an operand has; where it could not be read, in how many sections it
        stands."""
        key = plain(operand)
        if isinstance(key, str):
            return self._corpus.occurrences([key])[0]
        found = self._matching.places(key)
        return self._corpus.counts([found.where])[0] if found.counts is None else sum(found.counts.values())

    def rarity(self, text: str) -> int:
        """How many occurrences a string has."""
        return self.frequency(text)


class Scoring:
    """What a query scores in one version of the corpus."""

    def __init__(self, corpus: Corpus, matching: Matching, query: Query) -> None:
        self._corpus, self._matching = corpus, matching
        view = corpus.view
        self._common = {"short": SHORT, "slope": B / view.average_length, "rest": 1.0 - B, "k1": K1}
        corpus.occurrences(_strings(query))  # all at once, and kept
        self._terms = terms(view, (Frequencies(corpus, matching),), query)

    def clauses(self) -> list[Clause]:
        """A clause for each term; the sum of them is the score."""
        return [self._clause(term) for term in self._terms]

    def _clause(self, term: Term) -> Clause:
        key = plain(term.key)
        if isinstance(key, str):
            return self._string(key, term)
        found = self._matching.places(key)
        if found.counts is None:
            # Not read: each section that holds it scores as if it did once.
            return self._scripted(found.where, _COUNTED, term, self._parameters(term) | {"heading": 0.0})
        counts = {str(number): count for number, count in found.counts.items()}
        return self._scripted(found.where, _READ, term, {"counts": counts})

    def _string(self, text: str, term: Term) -> Clause:
        parts = [phrase(text, weight=1.0 if term.placed else 2.0)]
        if term.placed:
            headed = [phrase(text, "head", IN_HEADING), phrase(text, "head_edge", IN_HEADING)]
            in_heading = {"bool": {"must": any_of(headed), "filter": {"term": {"headed": True}}}}
            parts += [phrase(text, "edge"), in_heading]
        if term.about:
            parts.append({"constant_score": {"filter": named(text), "boost": IS_ABOUT}})
        return self._scripted(any_of(parts), _COUNTED, term, self._parameters(term))

    def _parameters(self, term: Term) -> dict[str, Any]:
        return {"heading": HEADING, "about": term.about}

    def _scripted(self, where: Clause, source: str, term: Term, more: Mapping[str, Any]) -> Clause:
        parameters = {**self._common, "weight": term.weight, **more}
        return {"script_score": {"query": where, "script": {"source": source, "params": parameters}}}


def _strings(query: Query) -> list[str]:
    """All strings whose rarity a query may want to know."""
    keys: list[Key] = [plain(operand) for operand in query.operands]
    texts = [key for key in keys if isinstance(key, str)]
    texts += [way.text for number in query.numbers for way in number.nodes]
    return list(dict.fromkeys([*texts, *(text for run in query.runs for text in run.texts)]))


def occurrences(query: Query) -> list[Clause]:
    """Clauses whose scores add up to the occurrences of a query of strings alone: words of a run
    count where one of its runs stands nowhere unbroken."""
    counted = query.counted
    whole = [phrase(key) for key in counted.whole if isinstance(key, str)]
    broken = []
    for word, runs in counted.words.items():
        none = [{"bool": {"must_not": [phrase(text) for text in texts]}} for texts in runs]
        broken.append({"bool": {"must": [phrase(word)], "filter": [any_of(none)]}})
    return [*whole, *broken]


def is_plain(query: Query) -> bool:
    """Whether all that counts is strings."""
    return not query.counted.pairs and all(isinstance(key, str) for key in query.counted.keys)
