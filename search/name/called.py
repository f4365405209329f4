"""What issuers are called: every name of every issuer, worked out once a snapshot from what its
reports are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from corpus.gazetteer.zones import BARE, KIND_FORMS, ZONE_WORD, abbreviated
from corpus.records import LEVELS
from index.characters.arrays import Array, Ints
from index.characters.lookup import GAP, decoded
from search.match.segment_view import SegmentView
from search.match.view import View
from search.once import once

_KINDS = "\n".join([*BARE, *(form for forms in KIND_FORMS for form in forms)])
_KIND = re.compile(ZONE_WORD)
LONGEST_KIND = max(map(len, _KINDS.split("\n")))
PLACE, NAME, TITLE = range(3)


class Called:
    """The names of issuers, folded.

    `codes`: for each name the codes of the issuers that are called so, unless it only says what
    kind of issuer they are; `joined`: for each code all names, one a line; `kinds`: for each
    segment what each character of `about` belongs to: PLACE, NAME or TITLE; `pairs`: all two
    characters that stand side by side in any `about`, deleted ones too.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.codes: dict[str, tuple[int, ...]] = {}
        names: dict[int, dict[str, None]] = defaultdict(dict)
        self.kinds = tuple([self._kinds(segment, names) for segment in view.segments])
        self.pairs = frozenset([pair for segment in view.segments for pair in _pairs(segment.about.text)])
        self.joined = {code: "\n".join(of) for code, of in names.items()}
        for code, of in sorted(names.items()):
            own = view.folded["zone"][code]
            for name in of:
                if name == own or not says_a_kind(name):
                    self.codes[name] = (*self.codes.get(name, ()), code)

    def _kinds(self, segment: SegmentView, names: dict[int, dict[str, None]]) -> Array:
        text, starts, firsts = segment.about.text, segment.about.starts, segment.segment.first_documents()
        kinds = np.full(len(text), TITLE, np.uint8)
        gaps = np.flatnonzero(text == GAP)
        ends = gaps[gaps.searchsorted(starts[firsts])] + 1
        edges = zip(ends.tolist(), (starts[firsts + 1] - 1).tolist(), strict=True)
        seen: dict[tuple[int, bytes], Array] = {}
        for zone, (begin, end) in zip(segment.segment.codes["zone"].take(firsts).tolist(), edges, strict=True):
            if begin < end:
                behind = text[begin:end]
                key = zone, behind.tobytes()
                if key not in seen:
                    seen[key] = self._of_lines(decoded(behind), zone, names)
                kinds[begin:end] = seen[key]
        return kinds

    def _of_lines(self, behind: str, zone: int, names: dict[int, dict[str, None]]) -> Array:
        """What each character behind a title belongs to; the names among the lines are kept."""
        own, lines = self.view.folded["zone"][zone], behind.split("\0")
        named = [line == own or line not in self.view.place_names for line in lines]
        if own:
            names[zone].update((line, None) for line, is_name in zip(lines, named, strict=True) if is_name)
        return np.repeat(np.where(named, NAME, PLACE), [len(line) + 1 for line in lines])[:-1].astype(np.uint8)

    def may_hold(self, text: str) -> bool:
        """Whether a string may stand in any title or name: told by its ends."""
        return len(text) < 2 or (text[:2] in self.pairs and text[-2:] in self.pairs)

    @once
    def numbers(self) -> str:
        """All document numbers, comparable, one a line."""
        return "\n".join(self.view.folded["number"])

    def may_begin(self, text: str) -> bool:
        """Whether a title or name may begin with the first characters of a string."""
        return text[:2] in self.pairs

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


def _pairs(text: Array) -> Iterator[str]:
    """The different pairs of neighbouring characters."""
    wide = text.astype(np.uint64)
    for pair in np.unique(wide[:-1] << np.uint64(32) | wide[1:]).tolist():
        yield chr(pair >> 32) + chr(pair & 0xFFFFFFFF)


def says_a_kind(name: str) -> bool:
    """Whether a name, or a piece of one, says only what kind of zone it is: 经济开发区, 开发."""
    if len(name) > LONGEST_KIND:
        return False
    short = abbreviated(name)
    return name in _KINDS or short in _KINDS or _KIND.fullmatch(short) is not None


def called(view: View) -> Called:
    """What the issuers of a snapshot are called."""
    found = view.listed.get("called")
    if not isinstance(found, Called):
        found = view.listed["called"] = Called(view)
    return found
