# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Loops over mapped arrays, compiled. Optional: without it the same is done with numpy."""

from libc.stdint cimport uint32_t


cdef class Numbers:
    """A read-only array of 32-bit numbers."""

    def __init__(self, const uint32_t[::1] held):
        self.held = held
        self.size = held.shape[0]

    cdef Py_ssize_t above(self, uint32_t bound) noexcept nogil:
        cdef Py_ssize_t found = 0
        cdef Py_ssize_t place
        for place in range(self.size):
            found += self.held[place] > bound
        return found
