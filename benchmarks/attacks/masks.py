"""Texts made of digits, masked: how long it takes, whatever stands in them.

    python -m benchmarks.attacks.masks [--characters 3000000] [--shape NAME]

Prints processor seconds a shape. Exit status 1 where one goes past 10 seconds; 3,000,000 characters
are the longest text that a page gives.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable

from corpus.text.mask import mask

MOST_SECONDS = 10.0
CHARACTERS = 3_000_000
CHANCE = random.Random(1)


def figures(size: int) -> str:
    """So many digits at random."""
    return "".join(CHANCE.choices("0123456789", k=size))


# What is repeated, or made of the size asked for.
SHAPES: dict[str, str | Callable[[int], str]] = {
    "a digit a line": lambda size: "\n".join(figures(size // 2)),
    "digits and blanks": lambda size: " ".join(figures(size // 2)),
    "digits and hyphens": lambda size: "-".join(figures(size // 2)),
    "digits and commas": lambda size: ",".join(figures(size // 2)),
    "digits": figures,
    "telephone numbers": lambda size: "".join(f"13{figures(9)} " for _ in range(size // 12)),
    "each line tells the next": "电话138 0000 1234\n",
    "identity numbers": "110101199003071238、",
    "Chinese digits": "一三八〇",
    "mixed digits": lambda size: "".join(CHANCE.choices("1３一①-, \n", k=size)),
    "unseen": "1\u200b",
    "far apart": "1" + "\u200b" * 50,
    "hidden in part": "138****1234 ",
    "signs": "13*",
}


def made(shape: str, size: int) -> str:
    """A text of about `size` characters."""
    of = SHAPES[shape]
    return of * (size // len(of)) if isinstance(of, str) else of(size)


def main() -> int:
    """The exit status."""
    reader = argparse.ArgumentParser(prog="benchmarks.attacks.masks", description=(__doc__ or "").split("\n")[0])
    reader.add_argument("--characters", type=int, default=CHARACTERS)
    reader.add_argument("--shape", choices=SHAPES, action="append")
    asked = reader.parse_args()
    worst = 0.0
    for shape in asked.shape or SHAPES:
        text = made(shape, asked.characters)
        started = time.process_time()
        mask(text)
        seconds = time.process_time() - started
        worst = max(worst, seconds)
        print(f"{shape}: {seconds:.2f} s", flush=True)
    return int(worst > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
