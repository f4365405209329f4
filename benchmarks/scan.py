"""The measure of recall: a plain scan of the folded text of all sections."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from corpus.text.fold import squeeze

BETWEEN = "\0"  # stands between sections: no phrase holds it


class Scan:
    """All sections in one string, so that finding a phrase is `str.find` and nothing of ours."""

    def __init__(self, bodies: Iterable[str]) -> None:
        parts = list(bodies)
        self.text = BETWEEN.join(parts)
        self.starts = np.cumsum([0, *(len(part) + 1 for part in parts)])
        self.size = len(parts)

    def occurrences(self, phrase: str) -> npt.NDArray[np.int64]:
        """The section of each occurrence of the phrase, ascending; overlapping occurrences
        count."""
        wanted, at, found = squeeze(phrase), -1, []
        while (at := self.text.find(wanted, at + 1)) >= 0:
            found.append(at)
        return np.searchsorted(self.starts, np.array(found, np.int64), "right") - 1

    def sections(self, phrases: Iterable[str]) -> npt.NDArray[np.int64]:
        """The sections that hold every one of the phrases, ascending."""
        left: npt.NDArray[np.int64] = np.arange(self.size)
        for phrase in phrases:
            left = np.intersect1d(left, self.occurrences(phrase))
        return left

    def body(self, section: int) -> str:
        """The folded text of one section."""
        return self.text[self.starts[section] : self.starts[section + 1] - 1]
