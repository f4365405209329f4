"""The recognition itself: RapidOCR with the models that come with it, so that nothing is ever
fetched.

A sheet may lie on its side or upside down; the way up that reads best is taken.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from corpus.load.scan.marks import as_printed
from corpus.load.scan.seen import Seen

# More threads than this wait for each other, and each takes memory.
MOST_THREADS = 4
# A sheet that is the right way up and reads so surely is not turned: the worst page that could be
# read reads at 0.87 (benchmarks/README.md), one on its head at 0.59; one on its side is not upright.
SURE = 0.8
MODELS = {"Det": "*_det_*.onnx", "Cls": "*_cls_*.onnx", "Rec": "*_rec_*.onnx"}
# A sheet is taken to stand upright where more than so many of its lines do.
MOSTLY = 0.5


class Reading(NamedTuple):
    """What was seen with a picture turned by so many quarters against the clock."""

    quarters: int
    pieces: tuple[Seen, ...]

    @property
    def upright(self) -> float:
        """The share of characters in pieces that are wider than high."""
        wide = sum(len(p.text) for p in self.pieces if _width(p) >= _height(p))
        return wide / max(1, sum(len(p.text) for p in self.pieces))

    @property
    def sure(self) -> float:
        """The confidence of all characters together, 0–1."""
        return sum(len(p.text) * p.confidence for p in self.pieces) / max(1, sum(len(p.text) for p in self.pieces))


class Engine:
    """RapidOCR, set up once for all pages of a file. Raises FileNotFoundError where its models are
    not there."""

    def __init__(self) -> None:
        import rapidocr

        models = zip(MODELS, model_files(), strict=True)
        params: dict[str, Any] = {f"{part}.model_path": str(path) for part, path in models}
        params["Global.log_level"] = "critical"
        params["EngineConfig.onnxruntime.intra_op_num_threads"] = min(MOST_THREADS, os.cpu_count() or 1)
        self._engine = rapidocr.RapidOCR(params=params)

    def read(self, picture: Any) -> Reading:
        """What stands on a picture (height × width, uint8), turned the way up that reads best."""
        first = self._read(picture, 0)
        if not first.pieces or (first.upright > MOSTLY and first.sure >= SURE):
            return first
        tries = [first, *(self._read(picture, quarters) for quarters in (2, 1, 3))]
        return max(tries, key=lambda reading: (reading.upright > MOSTLY, reading.sure))

    def _read(self, picture: Any, quarters: int) -> Reading:
        import numpy

        found: Any = self._engine(numpy.ascontiguousarray(numpy.rot90(picture, quarters)), use_cls=False)
        if found.boxes is None or found.txts is None:
            return Reading(quarters, ())
        seen = zip(found.txts, found.scores, found.boxes, strict=True)
        return Reading(quarters, tuple(_seen(text, score, box) for text, score, box in seen))


def model_files() -> tuple[Path, ...]:
    """The files of the models, in the order of MODELS. Raises FileNotFoundError."""
    package = find_spec("rapidocr")
    folder = Path(next(iter((package and package.submodule_search_locations) or ()), "")) / "models"
    return tuple(_model(folder, name) for name in MODELS.values())


def _model(folder: Path, name: str) -> Path:
    found = sorted(folder.glob(name))
    if not found:
        raise FileNotFoundError(folder / name)
    return found[0]


def _seen(text: str, score: float, box: Any) -> Seen:
    corners = tuple((round(float(x), 1), round(float(y), 1)) for x, y in box)
    return Seen(as_printed(text), round(float(score), 3), corners)


def _width(piece: Seen) -> float:
    return piece.corners[1][0] - piece.corners[0][0]


def _height(piece: Seen) -> float:
    return piece.corners[3][1] - piece.corners[0][1]
