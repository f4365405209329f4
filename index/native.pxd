"""What other compiled modules may take from `index.native` without going through Python."""

from libc.stdint cimport uint32_t


cdef class Numbers:
    cdef const uint32_t[::1] held
    cdef Py_ssize_t size

    cdef Py_ssize_t above(self, uint32_t bound) noexcept nogil
