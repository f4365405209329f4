"""The characters of one segment as C sees them."""

from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t


cdef class Text:
    cdef readonly Py_ssize_t size  # documents
    cdef Py_ssize_t length  # characters
    cdef bint is_wide, is_written_wide  # uint32 and not uint16
    cdef int owner_width  # bytes of a document's number
    cdef const uint16_t[::1] narrow, narrow_heads, narrow_written
    cdef const uint32_t[::1] wide, wide_heads, wide_written
    cdef const uint8_t[::1] owners1, boundaries
    cdef const uint16_t[::1] owners2
    cdef const uint32_t[::1] owners4, suffixes, head_rows, starts, written_starts, skips, skip_starts
    # Working space, all zeros between calls: a cell for each document, and a bit. Touched only
    # under Python's lock.
    cdef uint32_t* cells
    cdef uint64_t* marks

    cdef _take_text(self, text, heads, written)
    cdef _take_owners(self, documents)
    cdef Py_ssize_t find(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at, Py_ssize_t stop) noexcept
    cdef str shown(self, Py_ssize_t start, Py_ssize_t stop)
    cdef Py_ssize_t _head(self, uint32_t code) noexcept
    cdef uint32_t _head_at(self, Py_ssize_t at) noexcept
    cdef Py_ssize_t _first(
        self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t low, Py_ssize_t high, int least
    ) noexcept
    cdef int _order(self, const Py_UCS4* key, Py_ssize_t length, Py_ssize_t at) noexcept


cdef inline uint32_t unit(Text text, Py_ssize_t at) noexcept:
    """The folded character at a position."""
    if at >= text.length:
        return 0
    return text.wide[at] if text.is_wide else text.narrow[at]


cdef inline uint32_t written(Text text, Py_ssize_t at) noexcept:
    """The character at a position of the text as written."""
    return text.wide_written[at] if text.is_written_wide else text.narrow_written[at]


cdef inline Py_ssize_t owner(Text text, Py_ssize_t row) noexcept:
    """The document of a suffix."""
    cdef Py_ssize_t doc
    if text.owner_width == 2:
        doc = text.owners2[row]
    else:
        doc = text.owners4[row] if text.owner_width == 4 else text.owners1[row]
    return doc if doc < text.size else 0  # the file is damaged


cdef inline bint is_word(Text text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Whether a word begins or ends at both places."""
    if end >= text.length:
        return False
    return text.boundaries[start >> 3] >> (start & 7) & text.boundaries[end >> 3] >> (end & 7) & 1
