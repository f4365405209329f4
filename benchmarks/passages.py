"""What a report or a draft shares with an index: how long it takes.

    python -m benchmarks.passages INDEX [--passes N]
    XUNZHANG_PURE=1 python -m benchmarks.passages INDEX

INDEX is the index folder of a data folder, or what `benchmarks.speed --work` has built. Texts are
put together from sections held, so that they share as much as texts can; hostile ones are made.
Milliseconds of the processor, the best of the passes and, over texts of a kind, median and worst:
matching alone for any issuer and for five, and everything that is told.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from search.across.passages import Compared
from search.embedded import Embedded
from search.loops.chosen import is_compiled
from search.match.filters import bound, checked
from search.match.view import View
from search.passages.draft import Draft
from search.passages.lengths import matched
from search.passages.owners import others
from search.request import Request

PASSES = 5
REPORT, DRAFT = 9_000, 20_000  # characters
FIVE = 5
LEAST = 12
TEXTS = 8
FREQUENT = "的人第条法行十和定民应当规以政理管有者会关市用或设一地二业部门"


def held(view: View, size: int, draw: random.Random) -> str:
    """So many characters of sections held, drawn from everywhere."""
    texts, length = [], 0
    while length < size:
        segment = draw.choice(view.segments)
        text = segment.text.shown(draw.randrange(segment.size))
        texts.append(text)
        length += len(text)
    return "\n".join(texts)[:size]


def made(view: View, draw: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Kinds of texts, some of each."""
    yield "report, 9,000", [held(view, REPORT, draw) for _ in range(TEXTS)]
    yield "draft, 20,000", [held(view, DRAFT, draw) for _ in range(TEXTS)]
    yield "one word, 20,000", ["行政" * (DRAFT // 2)]
    yield "frequent characters, 20,000", ["".join(draw.choices(FREQUENT, k=DRAFT))]
    yield "one section again and again", [(held(view, 300, draw) * DRAFT)[:DRAFT]]


def spent(task: Callable[[], object], passes: int) -> float:
    """Milliseconds of the processor, the best of the passes."""
    taken = []
    for _ in range(passes):
        begun = time.process_time()
        task()
        taken.append(time.process_time() - begun)
    return min(taken) * 1000


def times(engine: Embedded, text: str, passes: int) -> tuple[float, float]:
    """Of matching alone, and of everything that is told of a draft."""
    view = engine.view
    owners, draft = others(view, bound(checked(Request()), view), None, None), Draft(text)
    matching = spent(lambda: matched(view, draft, owners, FIVE, LEAST), passes)
    return matching, spent(lambda: engine.passages(Compared(text, nearest=True)), passes)


def main(given: Sequence[str] | None = None) -> None:
    """Measure, a line a kind."""
    reader = argparse.ArgumentParser(prog="benchmarks.passages", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("index", type=Path)
    reader.add_argument("--passes", type=int, default=PASSES)
    chosen = reader.parse_args(given)
    engine, draw = Embedded(chosen.index), random.Random(1)
    engine.passages(Compared(held(engine.view, REPORT, draw), nearest=True))  # what is worked out once a snapshot
    print(f"{engine.held().sections:,} sections, {'compiled' if is_compiled() else 'numpy'}; ms of the processor")
    for kind, texts in made(engine.view, draw):
        found = [times(engine, text, chosen.passes) for text in texts]
        told = "   ".join(f"{median(each):6.1f} {max(each):6.1f}" for each in zip(*found, strict=True))
        print(f"{kind:30} {told}")


if __name__ == "__main__":
    main()
