"""Round seals that lie over the text: their red goes, what is printed in black stays.

Red letters of a letterhead stay, for they are text: a seal is as high as it is wide, and larger
than any letter.
"""

from __future__ import annotations

from typing import Any

# How much redder than green and blue ink is; paper that has yellowed is 30 redder.
REDDER = 60
# Seals measure 38 to 50 mm; with half of one off the sheet, and one of a village, in shares of the
# longer side of a sheet of A4.
SMALLEST, LARGEST = 0.08, 0.25
# How far from square the ink of a seal may be.
SQUARE = 1.6
# A seal is a ring with letters: less ink than this part of the square around the smallest is none.
THINNEST = 100
# Gaps in worn ink that are closed, in the same shares.
WORN = 0.004


def without_seals(picture: Any) -> Any:
    """A picture (height × width × 3, uint8, red first) in grey, seals faded to the paper."""
    import cv2
    import numpy

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    red = picture[:, :, 0].astype(numpy.int16) - picture[:, :, 1:].max(axis=2)
    inked = (red > REDDER).astype(numpy.uint8)
    side = max(inked.shape)
    if inked.sum() < (SMALLEST * side) ** 2 / THINNEST:
        return grey
    inked = cv2.morphologyEx(inked, cv2.MORPH_CLOSE, numpy.ones((round(WORN * side) or 1,) * 2, numpy.uint8))
    _, _, places, _ = cv2.connectedComponentsWithStats(inked)
    for left, top, wide, high, _ in places[1:]:
        if SMALLEST <= max(wide, high) / side <= LARGEST and max(wide, high) <= SQUARE * min(wide, high):
            area = slice(top, top + high), slice(left, left + wide)
            grey[area] = picture[area].max(axis=2)
    return grey
