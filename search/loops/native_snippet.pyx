# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The stretch of a section that shows its matches, in C: `search.loops.stretch.shown`."""

cimport cython
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from libc.stdlib cimport qsort

from index.characters.native cimport Text, unit, written

from search.answer import Snippet
from search.loops.stretch import LEAD, MOST_WEIGHED, REACH, WIDTH


cdef extern from "Python.h":
    Py_UCS4* PyUnicode_AsUCS4Copy(object text) except NULL
    bint Py_UNICODE_ISSPACE(Py_UCS4 character)


cdef Py_ssize_t width = WIDTH, reach = REACH, most_weighed = MOST_WEIGHED
cdef double lead = LEAD


cdef struct Match:
    Py_ssize_t start
    Py_ssize_t end
    Py_ssize_t which


cdef int _earlier(const void* one, const void* other) noexcept nogil:
    cdef const Match* a = <const Match*>one
    cdef const Match* b = <const Match*>other
    if a.start != b.start:
        return -1 if a.start < b.start else 1
    return (a.end > b.end) - (a.end < b.end)


@cython.final
cdef class _Matches:
    """The matches in one document, by start, then end: offsets in its folded text, then in its text
    as written."""

    cdef Match* at
    cdef Py_ssize_t size, room
    cdef Py_ssize_t* inside

    def __dealloc__(self):
        PyMem_Free(self.at)
        PyMem_Free(self.inside)

    cdef int add(self, Py_ssize_t start, Py_ssize_t end, Py_ssize_t which) except -1:
        if self.size == self.room:
            self.room = 2 * self.room + 32
            self.at = <Match*>PyMem_Realloc(self.at, self.room * sizeof(Match))
            if self.at is NULL:
                raise MemoryError
        self.at[self.size] = Match(start, end, which)
        self.size += 1
        return 0

    cdef int gather(self, Text text, Py_ssize_t doc, list strings) except -1:
        cdef Py_ssize_t start = text.starts[doc], stop = text.starts[doc + 1] - 1, which, at, length
        cdef Py_UCS4* key
        cdef str string
        for which in range(len(strings)):
            string = strings[which]
            length = len(string)
            key = PyUnicode_AsUCS4Copy(string)
            try:
                at = text.find(key, length, start, stop)
                while at >= 0:
                    self.add(at - start, at - start + length, which)
                    at = text.find(key, length, at + 1, stop)
            finally:
                PyMem_Free(key)
        if len(strings) > 1 and self.size > 1:
            qsort(self.at, self.size, sizeof(Match), _earlier)
        return 0

    cdef void show(self, Text text, Py_ssize_t doc) noexcept:
        """Offsets in the text as written: white space left out before each is counted in."""
        cdef Py_ssize_t low = text.skip_starts[doc], high = text.skip_starts[doc + 1], start = text.starts[doc], each
        cdef Py_ssize_t length = text.written_starts[doc + 1] - 1 - text.written_starts[doc]
        for each in range(self.size):
            if low < high:
                # An end is the place behind the last character, so no white space is marked after a
                # match.
                self.at[each].end += _skipped(text, low, high, start + self.at[each].end - 1) - low
                self.at[each].start += _skipped(text, low, high, start + self.at[each].start) - low
            # Where the file is damaged what was written may be shorter than what was found.
            self.at[each].end = min(self.at[each].end, length)
            self.at[each].start = min(self.at[each].start, self.at[each].end)

    cdef Match busiest(self, Py_ssize_t strings) except *:
        """`stretch.busiest`."""
        cdef Py_ssize_t begin = self.at[0].start, each, end = 0
        if self.size == 1 or self.at[self.size - 1].end - begin <= width:
            for each in range(self.size):
                end = max(end, self.at[each].end)
            return Match(begin, end, 0)
        return self.most_different(strings, min(self.size, most_weighed)) if strings > 1 else self.fullest(
            min(self.size, most_weighed)
        )

    cdef Match fullest(self, Py_ssize_t size) noexcept:
        cdef Match best = self.at[0]
        cdef Py_ssize_t most = 0, last = 0, first, limit
        for first in range(size):
            limit = self.at[first].start + width
            while last < size and self.at[last].end <= limit:
                last += 1
            if last - first > most:
                best, most = Match(self.at[first].start, self.at[last - 1].end, 0), last - first
            if size - first <= most:
                break
        return best

    cdef Match most_different(self, Py_ssize_t strings, Py_ssize_t size) except *:
        cdef Match best = self.at[0]
        cdef Py_ssize_t most = 0, last = 0, different = 0, first, limit, before, weight, each, end
        self.inside = <Py_ssize_t*>PyMem_Calloc(strings, sizeof(Py_ssize_t))
        if self.inside is NULL:
            raise MemoryError
        for first in range(size):
            limit, before = self.at[first].start + width, last
            # The first one may be wider than the stretch.
            while last < size and (self.at[last].end <= limit or last == first):
                different += self.inside[self.at[last].which] == 0
                self.inside[self.at[last].which] += 1
                last += 1
            weight = different * size + last - first
            # A stretch that ends with the one before holds less.
            if last > before and weight > most:
                end = 0
                for each in range(first, last):
                    end = max(end, self.at[each].end)
                best, most = Match(self.at[first].start, end, 0), weight
            self.inside[self.at[first].which] -= 1
            different -= self.inside[self.at[first].which] == 0
        return best

    cdef tuple among(self, Py_ssize_t since, Py_ssize_t end, Py_ssize_t start):
        """`stretch.merged` of the matches that reach into a stretch, as offsets from `start`."""
        cdef list found = []
        cdef Py_ssize_t each, begin = -1, finish = -1
        for each in range(self.size):
            if self.at[each].end <= since or self.at[each].start >= end:
                continue
            if begin >= 0 and self.at[each].start < finish:
                finish = max(finish, self.at[each].end)
                continue
            if begin >= 0:
                found.append((begin - start, finish - start))
            begin, finish = self.at[each].start, self.at[each].end
        if begin >= 0:
            found.append((begin - start, finish - start))
        return tuple(found)


cdef Py_ssize_t _skipped(Text text, Py_ssize_t low, Py_ssize_t high, Py_ssize_t position) noexcept:
    """The first of the skips from `low` to before `high` that lies behind a position."""
    cdef Py_ssize_t middle
    while low < high:
        middle = (low + high) >> 1
        if <Py_ssize_t>text.skips[middle] <= position:
            low = middle + 1
        else:
            high = middle
    return low


def shown(Text text not None, Py_ssize_t doc, list strings not None):
    """`stretch.shown`."""
    cdef _Matches matches = _Matches()
    if not 0 <= doc < text.size:
        raise IndexError("there is no such document")
    matches.gather(text, doc, strings)
    if not matches.size:
        return None
    cdef Py_ssize_t start = text.starts[doc], paragraph = 1, at
    for at in range(start, start + matches.at[0].start):
        paragraph += unit(text, at) == 0
    matches.show(text, doc)
    cdef Match around = matches.busiest(len(strings))
    cdef Py_ssize_t base = text.written_starts[doc], length = text.written_starts[doc + 1] - 1 - base
    cdef Py_ssize_t begin = _begin(text, base, length, around), finish = min(length, max(around.end, begin + width))
    while begin < around.start and Py_UNICODE_ISSPACE(written(text, base + begin)):
        begin += 1
    while finish > around.end and Py_UNICODE_ISSPACE(written(text, base + finish - 1)):
        finish -= 1
    return _stretch(text, base, matches, begin, finish), paragraph


cdef Py_ssize_t _begin(Text text, Py_ssize_t base, Py_ssize_t length, Match around) noexcept:
    """Where the stretch begins: where a sentence does, if one begins near."""
    cdef Py_ssize_t left = width - (around.end - around.start), at
    cdef Py_ssize_t begin = min(around.start - <Py_ssize_t>((left if left > 0 else 0) * lead), length - width)
    cdef Py_UCS4 there
    if begin <= reach:
        return 0
    for at in range(begin - reach, around.start):
        there = written(text, base + at)
        if there == u"。" or there == u"；" or there == u"！" or there == u"？" or there == u"\n":
            return at + 1
    return begin


cdef _stretch(Text text, Py_ssize_t base, _Matches matches, Py_ssize_t begin, Py_ssize_t finish):
    """The snippet, wider where its edge would cut a match."""
    cdef Py_ssize_t each, start = begin, end = finish
    if matches.size > 1:
        for each in range(matches.size):
            if matches.at[each].end > begin and matches.at[each].start < finish:
                start, end = min(start, matches.at[each].start), max(end, matches.at[each].end)
        return Snippet(text.shown(base + start, base + end), matches.among(begin, finish, start))
    ranges = ((matches.at[0].start - start, matches.at[0].end - start),)
    return Snippet(text.shown(base + start, base + end), ranges)
