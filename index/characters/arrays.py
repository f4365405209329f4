"""Numpy arrays in one file that is mapped back without copying.

Layout: MAGIC, the length of the directory (uint32), the directory (JSON: name → [dtype, count,
offset], and under "" the size of the whole file), then the arrays, each at a multiple of ALIGNMENT.
npz was rejected: zip members are not aligned, and mapping them is not supported.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from index.errors import IndexDamaged

MAGIC = b"XZA1"
ALIGNMENT = 64
_HEAD = struct.Struct("<4sI")

Array = np.ndarray[Any, Any]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def _aligned(offset: int) -> int:
    return -(-offset // ALIGNMENT) * ALIGNMENT


def write_arrays(file: IO[bytes], arrays: Mapping[str, Array]) -> None:
    """Write `arrays` (one-dimensional, little-endian) to `file`, which stands at its beginning."""
    directory: dict[str, Any] = {}
    offset = 0
    for name, array in arrays.items():
        directory[name] = [array.dtype.str, len(array), offset]
        offset = _aligned(offset + array.nbytes)
    directory[""] = offset
    head = json.dumps(directory).encode()
    base = _aligned(_HEAD.size + len(head))
    file.write((_HEAD.pack(MAGIC, len(head)) + head).ljust(base, b"\0"))
    for array in arrays.values():
        file.write(np.ascontiguousarray(array).data.cast("B") if len(array) else b"")
        file.write(b"\0" * (_aligned(array.nbytes) - array.nbytes))


def map_file(file: IO[bytes]) -> memoryview:
    """The whole of an open file as read-only memory shared between processes; the file may be
    closed and removed after."""
    return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def read_arrays(buffer: memoryview, name: str) -> dict[str, Array]:
    """The arrays in `buffer`, as views on it. Raises IndexDamaged with `name` where it holds
    something else or is cut off."""
    try:
        magic, length = _HEAD.unpack_from(buffer)
        directory = json.loads(bytes(buffer[_HEAD.size : _HEAD.size + length])) if magic == MAGIC else None
    except (struct.error, ValueError) as error:
        raise IndexDamaged(name) from error
    base = _aligned(_HEAD.size + length)
    if directory is None or len(buffer) != base + directory.pop(""):
        raise IndexDamaged(name)
    return {key: np.frombuffer(buffer, dtype, count, base + at) for key, (dtype, count, at) in directory.items()}
