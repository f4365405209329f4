# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Loops over candidates, compiled. Optional: without it the same is done with numpy."""

from libc.stdint cimport uint32_t

from index.native cimport Numbers


def above(Numbers numbers, uint32_t bound):
    """How many of the numbers are greater than `bound`."""
    cdef Py_ssize_t found
    with nogil:
        found = numbers.above(bound)
    return found
