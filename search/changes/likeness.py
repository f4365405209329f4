"""How alike sentences are: Dice's coefficient of their pairs of neighbouring characters, figures
masked; all of one side against all of the other at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
# A product of matrices does so many steps in the time that counting one pair takes.
STEPS_A_PAIR = 70


def likeness(one: Sequence[str], other: Sequence[str]) -> Floats:
    """float32[one, other]: 2·shared/(pairs of one + pairs of the other), 0 to 1. No text is empty."""
    if not one or not other:
        return np.zeros((len(one), len(other)), np.float32)
    (at, pairs), count = _pairs([*one, *other])
    sizes = np.bincount(at, minlength=len(one) + len(other)).astype(np.float32)
    ours = at < len(one)
    shared = _shared((at[ours], pairs[ours]), (at[~ours] - len(one), pairs[~ours]), count, (len(one), len(other)))
    return 2 * shared / (sizes[: len(one), None] + sizes[None, len(one) :])


def _pairs(texts: list[str]) -> tuple[tuple[Ints, Ints], int]:
    """Which text holds which pair, each once, ascending by pair, pairs numbered; and how many
    different ones there are. A text of one character is a pair with the end."""
    codes = np.frombuffer("".join(text + "\0" for text in texts).encode("utf-32-le", "surrogatepass"), "<u4")
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    at = np.arange(len(texts)).repeat(lengths + 1)[:-1]
    values = codes[:-1].astype(np.uint64) << np.uint64(32) | codes[1:]
    kept = (codes[:-1] != 0) & ((codes[1:] != 0) | (lengths[at] == 1))
    different, numbers = np.unique(values[kept], return_inverse=True)
    cells = np.unique(numbers * len(texts) + at[kept])
    return (cells % len(texts), cells // len(texts)), len(different)


def _shared(one: tuple[Ints, Ints], other: tuple[Ints, Ints], count: int, shape: tuple[int, int]) -> Floats:
    """How many pairs each two texts share: what is frequent by a product of matrices, the rest one
    by one."""
    counts = [np.bincount(pairs, minlength=count) for _, pairs in (one, other)]
    frequent = counts[0] * counts[1] * STEPS_A_PAIR > shape[0] * shape[1]
    matrix = _matrix(*one, frequent, shape[0]) @ _matrix(*other, frequent, shape[1]).T
    return matrix + _counted(*one, *other, ~frequent, shape)


def _matrix(at: Ints, pairs: Ints, kept: Bools, size: int) -> Floats:
    held = kept[pairs]
    matrix = np.zeros((size, int(kept.sum())), np.float32)
    matrix[at[held], (np.cumsum(kept) - 1)[pairs[held]]] = 1
    return matrix


def _counted(at: Ints, pairs: Ints, others: Ints, other_pairs: Ints, kept: Bools, shape: tuple[int, int]) -> Floats:
    """For each pair every text of one side with every text of the other that holds it."""
    held = kept[pairs]
    at, pairs = at[held], pairs[held]
    low, high = other_pairs.searchsorted(pairs), other_pairs.searchsorted(pairs, "right")
    many = high - low
    places = np.arange(many.sum()) + (low - (np.cumsum(many) - many)).repeat(many)
    cells = at.repeat(many) * shape[1] + others[places]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float32)
