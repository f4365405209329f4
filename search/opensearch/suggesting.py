"""What is offered while somebody types: names as everywhere; continuations from the first sections
that hold what was typed, where the engine of this process samples all occurrences evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from index.characters.lookup import GAP, decoded
from index.words.passage import analysed
from search.answer import Suggestion
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.name.naming import Naming, naming
from search.once import once
from search.opensearch.asking.clauses import phrase, scored
from search.opensearch.asking.corpus import Corpus
from search.opensearch.asking.reading import texts
from search.opensearch.asking.telling import Telling
from search.opensearch.finding import Finding
from search.query.read import Query
from search.query.run import counted
from search.show.continued import LONGEST, TEXT, WORDS, WRITTEN, is_whole
from search.show.suggest import suggested

# Sections that are read for one key stroke: each is cut into words here, half a millisecond.
READ = 60


def suggest(corpus: Corpus, typed: str, limit: int, filters: Filters) -> tuple[Suggestion, ...]:
    """What `search.show.suggest` offers, from a cluster."""
    return suggested(_Asked(corpus, filters), typed, limit)


class _Named:
    """A query as what naming asks of."""

    def __init__(self, corpus: Corpus, query: Query, filters: Filters) -> None:
        self.view: View = corpus.view
        self.query, self.filters = query, filters
        self._corpus = corpus

    @once
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up in titles and names."""
        return Telling(self._corpus).lookups


class _Asked:
    """Counts what searches find."""

    def __init__(self, corpus: Corpus, filters: Filters) -> None:
        self._corpus, self._filters = corpus, filters
        self._written: dict[str, Counter[str]] = {}

    def named(self, query: Query) -> Naming:
        """What a query names."""
        return naming(_Named(self._corpus, query, self._filters))

    def counts(self, queries: Sequence[Query]) -> list[int]:
        """For each query how many sections it finds."""
        return self._corpus.counts([Finding(self._corpus, query, self._filters).where for query in queries])

    def holding(self, texts: Sequence[str]) -> list[int]:
        """For each folded string in how many sections it stands."""
        return self._corpus.counts([scored(phrase(text), []) for text in texts])

    def usual(self, text: str) -> str:
        """A folded string as the sections that were read mostly write it."""
        found = self._written.get(text)
        return found.most_common(1)[0][0] if found else text

    def continued(self, prefix: str) -> Iterator[str]:
        """Continuations of a folded string in the sections read, about the most frequent first."""
        at_words: Counter[str] = Counter()
        anywhere: Counter[str] = Counter()
        for each in texts(self._corpus, scored(phrase(prefix), []), READ):
            for text, begins in self._of_section(each.kept["written"], prefix):
                anywhere[text] += 1
                at_words[text] += begins
        # 关 is to go on as 关于, not as in 有关部门, if it does so anywhere.
        found = Counter({text: count for text, count in at_words.items() if count}) or anywhere
        return (text for text, _ in found.most_common() if TEXT.fullmatch(text) and is_whole(text))

    def _of_section(self, written: str, prefix: str) -> Iterator[tuple[str, bool]]:
        """Each continuation up to the end of one of the next WORDS words, and whether it begins
        where a word does."""
        passage = analysed(written)
        folded, bounds = decoded(passage.text), np.append(passage.bounds, True)
        skips, at = passage.skips, folded.find(prefix)
        while at >= 0:
            behind, words = at + len(prefix), 0
            for end in range(behind + 1, min(behind + LONGEST, len(folded)) + 1):
                if folded[end - 1] == chr(GAP) or words == WORDS:
                    break
                if bounds[end]:
                    words += 1
                    text = folded[at:end]
                    self._note(text, written, at, end, skips)
                    yield text, bool(bounds[at])
            at = folded.find(prefix, at + 1)

    def _note(
        self, text: str, written: str, start: int, end: int, skips: np.ndarray[tuple[int], np.dtype[np.uint32]]
    ) -> None:
        """Remember how a string is written, the first WRITTEN times."""
        known = self._written.setdefault(text, Counter())
        if known.total() < WRITTEN:
            first, last = (place + int(np.searchsorted(skips, place, "right")) for place in (start, end - 1))
            known[counted(written[first : last + 1])] += 1
