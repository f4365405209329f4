"""What issuers are called: every name of every issuer, worked out once a snapshot from what its
reports are about."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from corpus.gazetteer.zones import BARE, KIND_FORMS, ZONE_WORD, abbreviated
from corpus.records import LEVELS
from index.characters.arrays import Bools, Ints
from index.characters.lookup import decoded
from search.match.view import SegmentView, View
from search.once import once

_KINDS = "\n".join([*BARE, *(form for forms in KIND_FORMS for form in forms)])
_KIND = re.compile(ZONE_WORD)


class Called:
    """The names of issuers, folded.

    `codes`: for each name the codes of the issuers that are called so, unless it only says what
    kind of issuer they are; `joined`: for each code all names, one a line; `lines`: for each
    segment which lines of `about` are a title or the name of an issuer, and no mere place.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.codes: dict[str, tuple[int, ...]] = {}
        self._names: dict[int, dict[str, None]] = defaultdict(dict)
        self.lines = tuple([self._lines(segment) for segment in view.segments])
        self.joined = {code: "\n".join(names) for code, names in self._names.items()}
        for code, names in sorted(self._names.items()):
            own = view.folded["zone"][code]
            for name in names:
                if name == own or not says_a_kind(name):
                    self.codes[name] = (*self.codes.get(name, ()), code)

    def _lines(self, segment: SegmentView) -> Bools:
        text, numbers, starts = segment.about.text, segment.about_lines, segment.about.starts
        lines = decoded(text).split("\0")
        named = np.ones(len(lines), np.bool_)
        firsts = segment.segment.first_documents()
        zones = segment.segment.codes["zone"].take(firsts).tolist()
        edges = numbers.take(np.stack((starts[firsts], starts[firsts + 1] - 1), axis=1).astype(np.int64)).tolist()
        for zone, (title, last) in zip(zones, edges, strict=True):
            for at in range(title + 1, last + 1):
                named[at] = self._is_name(lines[at], zone)
        return named

    def _is_name(self, line: str, zone: int) -> bool:
        """Whether a line behind the title is a name of the issuer, which is kept, and no place."""
        own = self.view.folded["zone"][zone]
        if line != own and line in self.view.place_names:
            return False
        if own:
            self._names[zone][line] = None
        return True

    @once
    def firsts(self) -> Ints:
        """For each report its segment and its first document there."""
        found = np.zeros((len(self.view.snapshot.values["report"]), 2), np.int64)
        for at, segment in enumerate(self.view.segments):
            docs = segment.segment.first_documents()
            found[segment.segment.codes["report"].take(docs)] = np.stack((np.full(len(docs), at), docs), axis=1)
        return found

    @once
    def standing(self) -> Ints:
        """For each report its place in the order of those that are named alike: the nation's before
        a province's, and so on down, newest first, then by issuer and id."""
        view = self.view
        values, level = view.snapshot.values["level"], view.of_reports("level")
        places = np.array([LEVELS.index(value) if value in LEVELS else len(LEVELS) for value in values], np.int64)
        year = np.array([int(value or 0) for value in view.snapshot.values["year"]], np.int64)[view.of_reports("year")]
        order = np.lexsort((view.of_reports("zone"), -year, places[level]))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks


def says_a_kind(name: str) -> bool:
    """Whether a name, or a piece of one, says only what kind of zone it is: 经济开发区, 开发."""
    short = abbreviated(name)
    return name in _KINDS or short in _KINDS or _KIND.fullmatch(short) is not None


def called(view: View) -> Called:
    """What the issuers of a snapshot are called."""
    found = view.listed.get("called")
    if not isinstance(found, Called):
        found = view.listed["called"] = Called(view)
    return found
