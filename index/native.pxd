"""The characters of one segment as C sees them."""

cimport cython
from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t


@cython.final
cdef class Text:
    cdef readonly Py_ssize_t size  # documents
    cdef Py_ssize_t length  # characters
    cdef bint is_wide, is_written_wide  # uint32 and not uint16
    cdef int owner_width  # bytes of a document's number
    cdef const uint16_t[::1] narrow, narrow_heads, narrow_written
    cdef const uint32_t[::1] wide, wide_heads, wide_written
    cdef const uint8_t[::1] owners1, boundaries, numbered
    cdef const uint16_t[::1] owners2
    cdef const uint32_t[::1] owners4, suffixes, head_rows, starts, written_starts, skips, skip_starts
    # Working space, all zeros between calls: a cell for each document, and a bit. Touched only under Python's lock.
    cdef uint32_t* cells
    cdef uint64_t* marks

    cdef _take_text(self, text, heads, written)
    cdef _take_owners(self, documents)
    cdef uint32_t unit(self, Py_ssize_t at) noexcept
    cdef uint32_t written(self, Py_ssize_t at) noexcept
    cdef Py_ssize_t owner(self, Py_ssize_t row) noexcept
    cdef int check(self, const int64_t[::1] docs) except -1
    cdef bint is_word(self, Py_ssize_t start, Py_ssize_t end) noexcept
    cdef Py_ssize_t find(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at, Py_ssize_t stop) noexcept
    cdef str shown(self, Py_ssize_t start, Py_ssize_t stop)
    cdef Py_ssize_t _head(self, uint32_t code) noexcept
    cdef uint32_t _head_at(self, Py_ssize_t at) noexcept
    cdef Py_ssize_t _first(
        self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t low, Py_ssize_t high, int least
    ) noexcept
    cdef int _order(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at) noexcept
    cdef tuple _few(self, Py_ssize_t low, Py_ssize_t high)
    cdef void _count(self, Py_ssize_t low, Py_ssize_t high) noexcept
    cdef void _mark(self) noexcept
    cdef void _drop(self, const uint8_t[::1] live) noexcept
    cdef Py_ssize_t _emptied(self, int64_t[::1] docs, int64_t[::1] counts) noexcept
    cdef void _number(self, const int64_t[::1] docs) noexcept
    cdef void _forget(self, const int64_t[::1] docs) noexcept
