# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Counting the occurrences of a string by document, in C: with `index.characters.native` all of
`twin`.

The cells of the working space take the counts, so a search allocates only what it gives; a method
that leaves puts them back to zero.
"""

from cpython.mem cimport PyMem_Free
from libc.stdint cimport int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from index.characters.native cimport Text, is_word, owner

import numpy as np


cdef enum:
    SORTED_AS_THEY_COME = 24


cdef extern from "Python.h":
    Py_UCS4* PyUnicode_AsUCS4Copy(object text) except NULL


cdef extern from *:
    # Of GCC and Clang; others have no such words for them.
    """
    #if !defined(__GNUC__) && !defined(__clang__)
    static int __builtin_ctzll(unsigned long long left) {
        int at = 0;
        for (; !(left & 1); left >>= 1) at++;
        return at;
    }
    #endif
    """
    int __builtin_ctzll(unsigned long long left) noexcept nogil


cdef class CountedText(Text):
    """The characters of one segment, and how often its documents hold them."""

    def counted(self, Py_ssize_t low, Py_ssize_t high, live=None, const int64_t[::1] also=None):
        """`Twin.counted`."""
        cdef const uint8_t[::1] alive = None if live is None else live.view(np.uint8)
        cdef Py_ssize_t row, doc, found
        if high - low <= SORTED_AS_THEY_COME and also is None:
            return self._few(low, high, alive)
        found = high - low
        if also is not None:
            self.check(also)
            found += len(also)
        # Made before anything is counted: making an object may collect garbage, and that run
        # anything, a search too.
        docs, counts = np.empty(min(found, self.size), np.int64), np.empty(min(found, self.size), np.int64)
        cdef int64_t[::1] into = docs, count = counts
        if high - low > self.size // 2:
            self._count(low, high)
            self._mark()
        else:
            for row in range(low, high):
                doc = owner(self, row)
                self.cells[doc] += 1
                self.marks[doc >> 6] |= <uint64_t>1 << (doc & 63)
        if also is not None:
            for row in range(len(also)):
                self.marks[also[row] >> 6] |= <uint64_t>1 << (also[row] & 63)
        if live is not None:
            self._drop(alive)
        found = self._emptied(into, count)
        return (docs, counts) if found == len(into) else (docs[:found], counts[:found])

    cdef int check(self, const int64_t[::1] docs) except -1:
        """Raises IndexError for documents that are not here: they may come from a damaged file."""
        cdef Py_ssize_t each
        cdef int64_t signs = 0, last = self.size - 1
        for each in range(len(docs)):
            signs |= docs[each] | (last - docs[each])  # without a branch: 0.2 ns a document
        if signs < 0:
            raise IndexError("there is no such document: the index is damaged")
        return 0

    cdef tuple _few(self, Py_ssize_t low, Py_ssize_t high, const uint8_t[::1] live):
        """What `counted` gives for so few suffixes that they are sorted as they come."""
        cdef Py_ssize_t[SORTED_AS_THEY_COME] docs, counts
        cdef Py_ssize_t found = 0, row, doc, at, each
        for row in range(low, high):
            doc, at = owner(self, row), 0
            if live is not None and not live[doc]:
                continue
            while at < found and docs[at] < doc:
                at += 1
            if at < found and docs[at] == doc:
                counts[at] += 1
                continue
            for each in range(found, at, -1):
                docs[each], counts[each] = docs[each - 1], counts[each - 1]
            docs[at], counts[at] = doc, 1
            found += 1
        given, times = np.empty(found, np.int64), np.empty(found, np.int64)
        cdef int64_t[::1] into = given, count = times
        for at in range(found):
            into[at], count[at] = docs[at], counts[at]
        return given, times

    cdef void _count(self, Py_ssize_t low, Py_ssize_t high) noexcept:
        """Count suffixes into the cells of their documents. (Without a branch it takes 1.3 ns a
        suffix.)"""
        cdef Py_ssize_t row
        for row in range(low, high):
            self.cells[owner(self, row)] += 1

    cdef void _mark(self) noexcept:
        """Mark the documents whose cells hold something."""
        cdef Py_ssize_t word, bit
        cdef uint64_t left
        cdef const uint32_t* cell = self.cells
        for word in range(self.size // 64):
            left = 0
            for bit in range(64):
                left |= <uint64_t>(cell[bit] != 0) << bit
            self.marks[word] = left
            cell += 64
        for bit in range(self.size % 64):
            self.marks[self.size // 64] |= <uint64_t>(cell[bit] != 0) << bit

    cdef void _drop(self, const uint8_t[::1] live) noexcept:
        """Take what is not live out of the working space."""
        cdef Py_ssize_t word, doc
        cdef uint64_t left
        for word in range(self.size // 64 + 1):
            left = self.marks[word]
            while left:
                doc = (word << 6) + __builtin_ctzll(left)
                left &= left - 1
                if not live[doc]:
                    self.cells[doc] = 0
                    self.marks[word] &= ~(<uint64_t>1 << (doc & 63))

    cdef Py_ssize_t _emptied(self, int64_t[::1] docs, int64_t[::1] counts) noexcept:
        """Move what was counted out of the working space, documents ascending; how many there
        are."""
        cdef Py_ssize_t at = 0, word, doc
        cdef uint64_t left
        for word in range(self.size // 64 + 1):
            left = self.marks[word]
            self.marks[word] = 0
            while left:
                doc = (word << 6) + __builtin_ctzll(left)
                left &= left - 1
                docs[at], counts[at] = doc, self.cells[doc]
                self.cells[doc] = 0
                at += 1
        return at

    def kept(self, Py_ssize_t low, Py_ssize_t high, live not None):
        """`Twin.kept`."""
        cdef const uint8_t[::1] alive = live.view(np.uint8)
        cdef Py_ssize_t row, found = 0
        for row in range(low, high):
            found += alive[owner(self, row)] != 0
        return found

    def dense(self, Py_ssize_t low, Py_ssize_t high):
        """`Twin.dense`."""
        found = np.zeros(self.size, np.int64)
        cdef int64_t[::1] counts = found
        cdef Py_ssize_t row
        for row in range(low, high):
            counts[owner(self, row)] += 1
        return found

    def mark(self, uint8_t[::1] cells not None, Py_ssize_t low, Py_ssize_t high, uint8_t bit):
        """`Twin.mark`."""
        cdef Py_ssize_t row
        if len(cells) < self.size:
            raise IndexError("a mask has a cell for each document")
        for row in range(low, high):
            cells[owner(self, row)] |= bit

    def counts_of(self, const int64_t[::1] docs, Py_ssize_t low, Py_ssize_t high):
        """`Twin.counts_of`."""
        found = np.empty(len(docs), np.int64)
        cdef int64_t[::1] counts = found
        cdef Py_ssize_t row
        self.check(docs)
        self._count(low, high)
        for row in range(len(docs)):
            counts[row] = self.cells[docs[row]]
        if high - low > self.size // 4:
            memset(self.cells, 0, self.size * sizeof(uint32_t))
        else:
            for row in range(low, high):
                self.cells[owner(self, row)] = 0
        return found

    cdef void _number(self, const int64_t[::1] docs) noexcept:
        cdef Py_ssize_t at
        for at in range(len(docs)):
            self.cells[docs[at]] = at + 1

    cdef void _forget(self, const int64_t[::1] docs) noexcept:
        cdef Py_ssize_t at
        for at in range(len(docs)):
            self.cells[docs[at]] = 0

    def counts_through(self, const int64_t[::1] docs, str phrase not None):
        """`Twin.counts_through`."""
        found = np.zeros(len(docs), np.int64)
        cdef int64_t[::1] counts = found
        cdef Py_ssize_t length = len(phrase), each, at, stop
        self.check(docs)
        cdef Py_UCS4* key = PyUnicode_AsUCS4Copy(phrase)
        for each in range(len(docs)):
            stop = self.starts[docs[each] + 1] - 1
            at = self.find(key, length, self.starts[docs[each]], stop)
            while at >= 0:
                counts[each] += 1
                at = self.find(key, length, at + 1, stop)
        PyMem_Free(key)
        return found

    def belong(self, const int64_t[::1] docs, const int32_t[::1] orders, const int64_t[::1] firsts):
        """`Twin.belong`."""
        found = np.empty(len(docs), np.bool_)
        cdef uint8_t[::1] named = found.view(np.uint8)
        cdef Py_ssize_t each, first
        self.check(docs)
        self.check(firsts)
        for each in range(len(firsts)):
            self.marks[firsts[each] >> 6] |= <uint64_t>1 << (firsts[each] & 63)
        for each in range(len(docs)):
            first = docs[each] - orders[docs[each]]
            # A damaged file may say anything.
            named[each] = 0 <= first < self.size and self.marks[first >> 6] >> (first & 63) & 1
        for each in range(len(firsts)):
            self.marks[firsts[each] >> 6] = 0
        return found

    # Where in the documents

    def weighted(
        self,
        const int64_t[::1] docs,
        const int64_t[::1] headings,
        str phrase not None,
        Py_ssize_t low,
        Py_ssize_t high,
        double inside,
    ):
        """`Twin.weighted`."""
        weights, named = np.zeros(len(docs)), np.zeros(len(docs))
        cdef double[::1] in_text = weights, in_heading = named
        cdef Py_ssize_t length = len(phrase), row, doc, at, start
        cdef double weight
        self.check(docs)
        self._number(docs)
        for row in range(low, high):
            doc = owner(self, row)
            at = self.cells[doc]
            if at:
                start = self.suffixes[row]
                weight = 1.0 if is_word(self, start, start + length) else inside
                in_text[at - 1] += weight
                if start + length - self.starts[doc] <= headings[doc]:
                    in_heading[at - 1] += weight
        self._forget(docs)
        return weights, named

    def weighted_through(
        self, const int64_t[::1] docs, const int64_t[::1] headings, str phrase not None, double inside
    ):
        """`Twin.weighted_through`."""
        weights, named = np.zeros(len(docs)), np.zeros(len(docs))
        cdef double[::1] in_text = weights, in_heading = named
        cdef Py_ssize_t length = len(phrase), each, doc, at, start, stop
        cdef double weight
        self.check(docs)
        cdef Py_UCS4* key = PyUnicode_AsUCS4Copy(phrase)
        for each in range(len(docs)):
            doc = docs[each]
            start, stop = self.starts[doc], self.starts[doc + 1] - 1
            at = self.find(key, length, start, stop)
            while at >= 0:
                weight = 1.0 if is_word(self, at, at + length) else inside
                in_text[each] += weight
                if at + length - start <= headings[doc]:
                    in_heading[each] += weight
                at = self.find(key, length, at + 1, stop)
        PyMem_Free(key)
        return weights, named
