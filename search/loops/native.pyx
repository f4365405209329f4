# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The inner loops of a search in C: `search.loops.twin`, without a call for each document.

Sums are added up in the same order as there, so that every answer is the same to the last digit.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM
from cpython.type cimport PyType_GenericAlloc
from libc.stdint cimport int32_t, int64_t, uint8_t, uint32_t

import numpy as np


# Scores


def norms(const uint32_t[::1] lengths, const int64_t[::1] docs, double least, double scale, double rest):
    """`Twin.norms`."""
    found = np.empty(len(docs))
    cdef double[::1] norm = found
    cdef Py_ssize_t each
    cdef double length
    for each in range(len(docs)):
        if not 0 <= docs[each] < len(lengths):
            raise IndexError("there is no such document: the index is damaged")
        length = lengths[docs[each]]
        norm[each] = 1.0 / ((length if length > least else least) * scale + rest)
    return found


def frequencies(const double[::1] norm, const double[::1] in_text, const double[::1] in_heading, double heading):
    """`Twin.frequencies`."""
    found = np.empty(len(norm))
    cdef double[::1] frequency = found
    cdef Py_ssize_t each
    for each in range(len(norm)):
        frequency[each] = in_text[each] * norm[each] + heading * in_heading[each]
    return found


def add(double[::1] total, const double[::1] frequency, named, double about, double weight, double k1):
    """`Twin.add`."""
    cdef Py_ssize_t each
    cdef double times
    cdef const uint8_t[::1] held = None if named is None else named.view(np.uint8)
    for each in range(len(total)):
        times = frequency[each]
        if held is not None and held[each]:
            times = times + about
        total[each] += weight * times / (times + k1)


def add_bounds(
    double[::1] low,
    double[::1] high,
    const double[::1] norm,
    const int64_t[::1] counts,
    const int64_t[::1] docs,
    const int64_t[::1] headings,
    Py_ssize_t length,
    named,
    double inside,
    double heading,
    double about,
    double weight,
    double k1,
):
    """`Twin.add_bounds`."""
    cdef Py_ssize_t each
    cdef double least, most
    cdef int64_t room
    cdef const uint8_t[::1] held = None if named is None else named.view(np.uint8)
    for each in range(len(docs)):
        if not 0 <= docs[each] < len(headings):
            raise IndexError("there is no such document: the index is damaged")
        room = headings[docs[each]] - (length - 1)
        room = 0 if room < 0 else counts[each] if counts[each] < room else room
        least = counts[each] * norm[each]
        most = least + heading * room
        least = inside * least
        if held is not None and held[each]:
            least, most = least + about, most + about
        low[each] += weight * least / (least + k1)
        high[each] += weight * most / (most + k1)


def edge(const double[::1] values, Py_ssize_t count):
    """`Twin.edge`: a heap of the greatest so far, the least of them on top."""
    cdef Py_ssize_t each, size = len(values), at
    cdef double answer
    cdef double* heap = <double*>PyMem_Malloc(count * sizeof(double))
    if heap is NULL:
        raise MemoryError
    for each in range(count):
        heap[each] = values[each]
    for at in range(count // 2 - 1, -1, -1):
        _sift(heap, at, count)
    for each in range(count, size):
        if values[each] > heap[0]:
            heap[0] = values[each]
            _sift(heap, 0, count)
    answer = heap[0]
    PyMem_Free(heap)
    return answer


cdef void _sift(double* heap, Py_ssize_t at, Py_ssize_t count) noexcept:
    cdef Py_ssize_t child
    cdef double moved = heap[at]
    while True:
        child = 2 * at + 1
        if child >= count:
            break
        if child + 1 < count and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= moved:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = moved


def at_least(const double[::1] values, double least):
    """`Twin.at_least`."""
    cdef Py_ssize_t each, size = 0, at = 0
    for each in range(len(values)):
        size += values[each] >= least
    found = np.empty(size, np.int64)
    cdef int64_t[::1] near = found
    for each in range(len(values)):
        if at == size:
            break
        # No branch that depends on the value: which are near cannot be foretold.
        near[at] = each
        at += values[each] >= least
    return found


# Facets


def by_code(const int32_t[::1] codes, const int64_t[::1] docs, Py_ssize_t size):
    """`Twin.by_code`."""
    found = np.zeros(size, np.int64)
    cdef int64_t[::1] counts = found
    cdef Py_ssize_t each, code
    for each in range(len(docs)):
        if not 0 <= docs[each] < len(codes):
            raise IndexError("there is no such document: the index is damaged")
        code = codes[docs[each]]
        if not 0 <= code < size:
            raise IndexError("a code is not in its table: the index is damaged")
        counts[code] += 1
    return found


def regrouped(const int64_t[::1] codes, const int64_t[::1] counts, Py_ssize_t size):
    """`Twin.regrouped`."""
    cdef Py_ssize_t each
    cdef int64_t* sums = <int64_t*>PyMem_Calloc(size + 1, sizeof(int64_t))
    if sums is NULL:
        raise MemoryError
    cdef dict found = {}
    for each in range(len(codes)):
        if 0 <= codes[each] < size:
            sums[codes[each]] += counts[each]
    for each in range(size):
        if sums[each]:
            found[each] = sums[each]
    PyMem_Free(sums)
    return found


def few_regrouped(const int64_t[::1] codes, dict counts not None):
    """`Twin.few_regrouped`."""
    cdef dict found = {}
    cdef int64_t code
    cdef Py_ssize_t thing
    for thing, count in counts.items():
        if not 0 <= thing < len(codes):
            raise IndexError("a code is not in its table: the index is damaged")
        code = codes[thing]
        found[code] = found[code] + count if code in found else count
    return found if len(found) <= 1 else dict(sorted(found.items()))


def few_columns(columns, dict counts not None):
    """`Twin.few_columns`."""
    cdef dict found = {}
    for name, codes in columns:
        found[name] = few_regrouped(codes, counts)
    return found


def facet_values(kind, list plain, list codes, dict counts):
    """`Twin.facet_values`."""
    cdef list found = []
    cdef tuple entry
    for code in codes:
        entry = <tuple>plain[code]
        found.append(_made(<type>kind, (entry[0], entry[1], counts[code], False, entry[2], ())))
    return tuple(found)


cdef object _made(type kind, tuple fields):
    """A named tuple of fields, made as the interpreter makes one, without a call of Python."""
    cdef object found = PyType_GenericAlloc(kind, len(fields))
    cdef Py_ssize_t place
    for place in range(len(fields)):
        Py_INCREF(fields[place])
        PyTuple_SET_ITEM(found, place, fields[place])
    return found
