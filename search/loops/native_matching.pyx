# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The longest strings that a draft shares with a segment, in C: `search.loops.matching.matched`."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy

from index.characters.native cimport Text, owner

import numpy as np

from search.loops.beside import rooms_of
from search.loops.matching import FARTHEST


cdef Py_ssize_t farthest = FARTHEST


cdef struct Stand:
    # Where a place of the draft would stand among the suffixes: the row behind it, and how many
    # characters it shares with the suffix before and with the one behind.
    Py_ssize_t row
    Py_ssize_t left
    Py_ssize_t right
    # The rows that begin with its first character.
    Py_ssize_t low
    Py_ssize_t high


cdef inline Py_ssize_t alike(const uint8_t* one, const uint8_t* other, Py_ssize_t done, Py_ssize_t size) noexcept:
    """How many bytes are equal from the beginning, `done` of which are known to be; at most
    `size`."""
    cdef uint64_t here, there
    while done + 8 <= size:
        memcpy(&here, one + done, 8)
        memcpy(&there, other + done, 8)
        if here != there:
            break
        done += 8
    while done < size and one[done] == other[done]:
        done += 1
    return done


cdef class _Matching:
    """A draft against one segment."""

    cdef Text text
    cdef const uint8_t* characters
    cdef const uint8_t* draft
    cdef const int32_t[::1] rooms, owners
    cdef object _kept
    cdef int width  # bytes of a character
    cdef Py_ssize_t many, least, size
    cdef bint is_whole

    def __cinit__(self, Text text, draft, owners, Py_ssize_t many, Py_ssize_t least):
        self.text, self.owners, self.many, self.least = text, owners, many, least
        self.size, self.is_whole = len(draft), True
        cdef const uint16_t[::1] narrow
        cdef const uint32_t[::1] wide
        if text.is_wide:
            self.width, self._kept = 4, np.ascontiguousarray(draft, np.uint32)
            wide = self._kept
            self.characters = <const uint8_t*>&text.wide[0] if text.length else NULL
            self.draft = <const uint8_t*>&wide[0] if self.size else NULL
        else:
            self.width, self._kept = 2, np.ascontiguousarray(draft.astype(np.uint16))
            narrow = self._kept
            self.characters = <const uint8_t*>&text.narrow[0] if text.length else NULL
            self.draft = <const uint8_t*>&narrow[0] if self.size else NULL
        self.rooms = rooms_of(draft, self.width)

    cdef inline Py_ssize_t same(self, Py_ssize_t place, Py_ssize_t row, Py_ssize_t done, Py_ssize_t most) noexcept:
        """How many characters a place of the draft shares with a suffix, at most `most`; `done` of
        them are known."""
        cdef Py_ssize_t at = self.text.suffixes[row], there = self.text.length - at
        if there < most:
            most = there
        if most <= done:
            return most if most > 0 else 0
        return alike(
            self.characters + at * self.width, self.draft + place * self.width, done * self.width, most * self.width
        ) // self.width

    cdef inline bint is_before(self, Py_ssize_t place, Py_ssize_t row, Py_ssize_t same) noexcept:
        """Whether a suffix comes before a place of the draft with which it shares so many
        characters. The end of a paragraph comes before everything."""
        cdef Py_ssize_t at = self.text.suffixes[row] + same
        if same >= self.rooms[place]:
            return False
        if at >= self.text.length:
            return True
        if self.width == 2:
            return self.text.narrow[at] < (<const uint16_t*>self.draft)[place + same]
        return self.text.wide[at] < (<const uint32_t*>self.draft)[place + same]

    cdef bint find(self, Py_ssize_t place, Stand* stand) noexcept:
        """Where a place of the draft stands; False where no suffix shares its first character."""
        cdef uint32_t first
        if self.width == 2:
            first = (<const uint16_t*>self.draft)[place]
        else:
            first = (<const uint32_t*>self.draft)[place]
        cdef Py_ssize_t head = self.text._head(first), low, high, middle, same, left = 1, right = 1
        if head < 0:
            return False
        stand.low, stand.high = self.text.head_rows[head], self.text.head_rows[head + 1]
        low, high = stand.low, stand.high
        while low < high:
            middle = (low + high) >> 1
            same = self.same(place, middle, left if left < right else right, self.rooms[place])
            if self.is_before(place, middle, same):
                low, left = middle + 1, same
            else:
                high, right = middle, same
        stand.row = low
        stand.left = left if low > stand.low else 0
        stand.right = right if low < stand.high else 0
        return True

    cdef void walk(self, Py_ssize_t place, Stand stand, int32_t* whose, int32_t* lengths) noexcept:
        """The owners met on the way outwards, always on the side that shares more."""
        cdef Py_ssize_t found = 0, steps = 0, before = stand.row - 1, behind = stand.row, row, shared, each
        cdef int32_t who
        while found < self.many:
            shared = stand.left if stand.left >= stand.right else stand.right
            if shared < self.least:
                return
            if steps == farthest:
                self.is_whole = False
                return
            steps += 1
            if stand.left >= stand.right:
                row, before = before, before - 1
                stand.left = self.same(place, before, 0, shared) if before >= stand.low else 0
            else:
                row, behind = behind, behind + 1
                stand.right = self.same(place, behind, 0, shared) if behind < stand.high else 0
            who = self.owners[owner(self.text, row)]
            if who < 0:
                continue
            each = 0
            while each < found and whose[each] != who:
                each += 1
            if each == found:
                whose[found], lengths[found] = who, <int32_t>shared
                found += 1

    cdef Py_ssize_t edge(self, Py_ssize_t place, Py_ssize_t inside, Py_ssize_t step, Py_ssize_t outside) noexcept:
        """The first row in a direction that does not share enough, between a row that does and
        `outside`: in strides that grow, then by halves."""
        cdef Py_ssize_t stride = step, beyond = inside + step
        while (outside - beyond) * step > 0 and self.same(place, beyond, 0, self.least) >= self.least:
            inside, stride = beyond, stride * 2
            beyond = inside + stride
        if (outside - beyond) * step < 0:
            beyond = outside
        while (beyond - inside) * step > 1:
            stride = (inside + beyond) >> 1
            if self.same(place, stride, 0, self.least) >= self.least:
                inside = stride
            else:
                beyond = stride
        return beyond

    cdef void spread(self, Py_ssize_t place, Stand stand, int64_t* rows) noexcept:
        """The rows that begin with the least characters."""
        rows[0] = rows[1] = stand.row
        if stand.left >= self.least:
            rows[0] = self.edge(place, stand.row - 1, -1, stand.low - 1) + 1
        if stand.right >= self.least:
            rows[1] = self.edge(place, stand.row, 1, stand.high)

    cdef int run(self, int32_t[:, ::1] whose, int32_t[:, ::1] lengths, int64_t[:, ::1] rows) except -1:
        """All places, the last first. A place shares one character more than the next one at most,
        so most need not be looked up; one that stands where another did shares the same with the
        same."""
        cdef Py_ssize_t room = 1, place, at, then, bound = 0
        while room < 2 * self.size:
            room *= 2
        cdef Stand* stands = <Stand*>PyMem_Malloc((self.size + 1) * sizeof(Stand))
        cdef Py_ssize_t* last = <Py_ssize_t*>PyMem_Malloc(room * sizeof(Py_ssize_t))
        if stands is NULL or last is NULL:
            PyMem_Free(stands)
            PyMem_Free(last)
            raise MemoryError
        for at in range(room):
            last[at] = -1
        for place in range(self.size - 1, -1, -1):
            bound = bound + 1 if bound < self.rooms[place] else self.rooms[place]
            if bound < self.least:
                continue
            if not self.find(place, &stands[place]):
                bound = 0
                continue
            bound = stands[place].left if stands[place].left > stands[place].right else stands[place].right
            if bound < self.least:
                continue
            at = (<uint64_t>stands[place].row * <uint64_t>0x9E3779B97F4A7C15 >> 20) & (room - 1)
            then = last[at]
            last[at] = place
            if then >= 0 and stands[then].row == stands[place].row and (
                stands[then].left == stands[place].left and stands[then].right == stands[place].right
            ):
                memcpy(&whose[place, 0], &whose[then, 0], self.many * sizeof(int32_t))
                memcpy(&lengths[place, 0], &lengths[then, 0], self.many * sizeof(int32_t))
                memcpy(&rows[place, 0], &rows[then, 0], 2 * sizeof(int64_t))
            else:
                self.spread(place, stands[place], &rows[place, 0])
                self.walk(place, stands[place], &whose[place, 0], &lengths[place, 0])
        PyMem_Free(stands)
        PyMem_Free(last)
        return 0


def matched(
    Text text not None, const uint32_t[::1] draft, const int32_t[::1] owners, Py_ssize_t many, Py_ssize_t least
):
    """`Twin.matched`."""
    if len(owners) != text.size or many < 1 or least < 2:
        raise IndexError("an owner for each document, one at least to be found, two characters at least")
    whose = np.full((len(draft), many), -1, np.int32)
    lengths = np.zeros((len(draft), many), np.int32)
    rows = np.zeros((len(draft), 2), np.int64)
    cdef _Matching matching = _Matching(text, np.asarray(draft), owners, many, least)
    if len(draft):
        matching.run(whose, lengths, rows)
    return whose, lengths, rows, bool(matching.is_whole)
