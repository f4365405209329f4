"""What an explanation asks, asked of a cluster: questions about many things go out together."""

from __future__ import annotations

from collections.abc import Sequence

from index.characters.lookup import GAP
from search.opensearch.asking.clauses import Clause, all_of, phrase
from search.opensearch.asking.reading import texts
from search.opensearch.finding import Finding
from search.show.asked import Question

_END = chr(GAP)
# Sections that are read to see whether a paragraph ends just there.
LOOKED_THROUGH = 50


class Counting:
    """Counts for other questions than the one that was searched, within the same reports."""

    def __init__(self, finding: Finding) -> None:
        self._finding, self._corpus = finding, finding.corpus
        self._occur: dict[str, bool] = {}

    def counts(self, questions: Sequence[Question]) -> list[int]:
        """For each question how many sections it finds."""
        return self._corpus.counts([self._where(question) for question in questions])

    def _where(self, question: Question) -> Clause:
        found = self._finding
        if question.query is found.query:
            return found.passing(question.facets)
        return Finding(self._corpus, question.query, found.filters.only(question.facets)).where

    def rarities(self, strings: Sequence[str]) -> list[int]:
        """How often each of these folded strings occurs; 0 where it does not occur at all."""
        return self._corpus.occurrences(strings)

    def occur(self, strings: Sequence[str]) -> list[bool]:
        """Whether each of these folded strings occurs at all."""
        new = [text for text in dict.fromkeys(strings) if text not in self._occur]
        plain = [text for text in new if _END not in text]
        bodies = [{"size": 0, "track_total_hits": 1, "terminate_after": 1, "query": phrase(text)} for text in plain]
        answers = self._corpus.ask(bodies) if bodies else []
        self._occur |= {text: each["hits"]["total"]["value"] > 0 for text, each in zip(plain, answers, strict=True)}
        self._occur |= {text: self._over_an_end(text) for text in new if _END in text}
        return [self._occur[text] for text in strings]

    def _over_an_end(self, text: str) -> bool:
        """Whether a string stands over the end of a paragraph: read in the first sections that hold
        all its pieces."""
        pieces = [piece for piece in text.split(_END) if piece]
        if not pieces:
            return True
        where = all_of([phrase(piece) for piece in pieces])
        wanted = text.replace(_END, "\n")
        return any(wanted in each.squeezed + "\n" for each in texts(self._corpus, where, LOOKED_THROUGH))
