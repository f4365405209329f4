# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""`index.characters.twin` in C, but for counting: the same answers without a Python call for each
character or row.

Everything it gives is tested against the Python it stands for. What is read from a file decides
where memory is read next, so it is checked: offsets once, when a segment is opened; positions and
documents where they are used.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.stdint cimport uint32_t, uint64_t


cdef extern from "Python.h":
    Py_UCS4* PyUnicode_AsUCS4Copy(object text) except NULL
    str PyUnicode_FromKindAndData(int kind, const void* units, Py_ssize_t length)


cdef class Text:
    """The characters of one segment; `arrays` as in `index.characters.lookup.Characters`."""

    def __cinit__(self, arrays):
        self.starts, self.written_starts = arrays["starts"], arrays["written_starts"]
        self.suffixes, self.head_rows = arrays["suffixes"], arrays["head_rows"]
        self.skips, self.skip_starts = arrays["skips"], arrays["skip_starts"]
        self.boundaries = arrays["boundaries"]
        self._take_text(arrays["text"], arrays["heads"], arrays["written"])
        self._take_owners(arrays["documents"])
        self.size, self.length = len(arrays["starts"]) - 1, len(arrays["text"])
        self.cells = <uint32_t*>PyMem_Calloc(self.size + 1, sizeof(uint32_t))
        self.marks = <uint64_t*>PyMem_Calloc(self.size // 64 + 1, sizeof(uint64_t))
        if self.cells is NULL or self.marks is NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.cells)
        PyMem_Free(self.marks)

    cdef _take_text(self, text, heads, written):
        self.is_wide, self.is_written_wide = text.itemsize == 4, written.itemsize == 4
        if self.is_wide:
            self.wide, self.wide_heads = text, heads
        else:
            self.narrow, self.narrow_heads = text, heads
        if self.is_written_wide:
            self.wide_written = written
        else:
            self.narrow_written = written

    cdef _take_owners(self, documents):
        self.owner_width = documents.itemsize
        if self.owner_width == 1:
            self.owners1 = documents
        elif self.owner_width == 2:
            self.owners2 = documents
        else:
            self.owners4 = documents

    cdef Py_ssize_t find(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at, Py_ssize_t stop) noexcept:
        """Where `key` begins next, from position `at` on and wholly before `stop`; -1 where it does
        not."""
        cdef Py_ssize_t same
        cdef uint32_t first = key[0]
        while at + length <= stop:
            if unit(self, at) == first:
                same = 1
                while same < length and unit(self, at + same) == key[same]:
                    same += 1
                if same == length:
                    return at
            at += 1
        return -1

    cdef str shown(self, Py_ssize_t start, Py_ssize_t stop):
        """A stretch of the text as written."""
        if start >= stop:
            return ""
        if self.is_written_wide:
            return PyUnicode_FromKindAndData(4, &self.wide_written[start], stop - start)
        return PyUnicode_FromKindAndData(2, &self.narrow_written[start], stop - start)

    # Sorted suffixes

    def rows(self, str phrase not None):
        """`Twin.rows`."""
        cdef Py_ssize_t length = len(phrase), low, high, first, inside, beyond, stride
        if not length:
            raise ValueError("a phrase has at least one character")
        cdef Py_UCS4* key = PyUnicode_AsUCS4Copy(phrase)
        try:
            low = self._head(key[0])
            if low < 0:
                return 0, 0
            high = self.head_rows[low + 1]
            low = self.head_rows[low]
            if length == 1:
                return low, high
            first = self._first(key, length, low, high, 0)
            # Strides that grow: most phrases are rare, their last row is near.
            inside, beyond, stride = first, first, 1
            while beyond < high and self._order(key, length, self.suffixes[beyond]) == 0:
                inside, beyond, stride = beyond + 1, beyond + stride, stride * 4
            return first, self._first(key, length, inside, min(beyond, high), 1)
        finally:
            PyMem_Free(key)

    cdef Py_ssize_t _head(self, uint32_t code) noexcept:
        cdef Py_ssize_t low = 0, high = len(self.head_rows) - 1, middle
        cdef uint32_t there
        while low < high:
            middle = (low + high) >> 1
            there = self._head_at(middle)
            if there == code:
                return middle
            if there < code:
                low = middle + 1
            else:
                high = middle
        return -1

    cdef uint32_t _head_at(self, Py_ssize_t at) noexcept:
        return self.wide_heads[at] if self.is_wide else self.narrow_heads[at]

    cdef Py_ssize_t _first(
        self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t low, Py_ssize_t high, int least
    ) noexcept:
        """The first row whose suffix is no less than the key (`least` 0), or greater (1)."""
        cdef Py_ssize_t middle
        while low < high:
            middle = (low + high) >> 1
            if self._order(key, length, self.suffixes[middle]) < least:
                low = middle + 1
            else:
                high = middle
        return low

    cdef int _order(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at) noexcept:
        """-1, 0 or 1: how the suffix at a position compares with the key, whose first character it
        begins with."""
        cdef Py_ssize_t same
        cdef uint32_t there
        for same in range(1, length):
            there = unit(self, at + same)
            if there != key[same]:
                return -1 if there < key[same] else 1
        return 0

    def places(self, Py_ssize_t doc, str phrase not None):
        """`Twin.places`."""
        if not 0 <= doc < self.size:
            raise IndexError("there is no such document")
        cdef Py_ssize_t length = len(phrase), start = self.starts[doc], stop = self.starts[doc + 1] - 1
        cdef Py_UCS4* key = PyUnicode_AsUCS4Copy(phrase)
        cdef Py_ssize_t at = self.find(key, length, start, stop)
        cdef list found = []
        while at >= 0:
            found.append(at - start)
            at = self.find(key, length, at + 1, stop)
        PyMem_Free(key)
        return found
