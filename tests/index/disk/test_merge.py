"""The merge policy: few segments, and no section rewritten more often than there are tiers."""

import math
import random

import pytest

from index.disk.merge import LARGEST, SMALLEST, TIER_SEGMENTS, tier, to_merge

pytestmark = pytest.mark.usefixtures("loops")

TIERS = [(0, 0), (1, 0), (SMALLEST, 0), (SMALLEST + 1, 1), (SMALLEST * TIER_SEGMENTS, 1), (SMALLEST * 17, 3)]


@pytest.mark.parametrize(("size", "number"), TIERS)
def test_tiers(size: int, number: int) -> None:
    assert tier(size) == number


MERGES = [
    ([], 10, set()),
    ([10, 10], 10, set()),
    ([10, 10, 10], 10, {0, 1, 2}),
    ([10, SMALLEST * 3, 10, 10], 10, {0, 2, 3}),
    ([LARGEST - 1, 10, 10], 10, set()),
    ([LARGEST // 2 + 1] * 3 + [LARGEST // 3] * 3, LARGEST // 4, {3, 4}),  # as many as fit
    ([SMALLEST * 3] * 3 + [SMALLEST - 9] * 3, 10, {0, 1, 2, 3, 4, 5}),  # one merge may fill the next tier
]


@pytest.mark.parametrize(("sizes", "new", "chosen"), MERGES)
def test_what_is_merged(sizes: list[int], new: int, chosen: set[int]) -> None:
    assert to_merge(sizes, new) == chosen


@pytest.mark.parametrize("commit", [lambda rng: 3_000, lambda rng: rng.choice([100, 5_000, 200_000])])
def test_many_commits_stay_cheap(commit) -> None:
    rng, segments, written, total = random.Random(1), [], 0, 0
    most = 0
    for _ in range(3_000):
        new = commit(rng)
        chosen = to_merge(segments, new)
        merged = new + sum(segments[place] for place in chosen)
        segments = [size for place, size in enumerate(segments) if place not in chosen] + [merged]
        written += merged
        total += new
        most = max(most, len(segments))
    tiers = tier(total) + 1
    assert most <= (TIER_SEGMENTS - 1) * tiers + 2 * total / LARGEST
    assert written <= total * (tiers + math.log2(tiers) + TIER_SEGMENTS)
