"""Masking takes time in proportion to the text, whatever stands in it, and bounded memory."""

import random
import time

import pytest

from corpus.text import mask_weighed
from corpus.text.mask import mask

CHANCE = random.Random(1)


def figures(size):
    return "".join(CHANCE.choices("0123456789", k=size))


# Each a text of about 200,000 characters.
SHAPES = {
    "a digit a line": "\n".join(figures(100_000)),
    "digits and blanks": " ".join(figures(100_000)),
    "digits and hyphens": "-".join(figures(100_000)),
    "digits and commas": ",".join(figures(100_000)),
    "digits": figures(200_000),
    "telephone numbers": "".join(f"13{figures(9)} " for _ in range(17_000)),
    "each tells the next": "电话" + "138 0000 1234、" * 14_000,
    "each line tells the next": "电话138 0000 1234\n" * 12_000,
    "identity numbers": "110101199003071238、" * 10_000,
    "Chinese digits": "一三八〇" * 50_000,
    "mixed digits": "".join(CHANCE.choices("1３一①-, \n", k=200_000)),
    "unseen": "1\u200b" * 100_000,
    "far apart": ("1" + "\u200b" * 50) * 4_000,
    "hidden in part": "138****1234 " * 17_000,
    "signs": "13*" * 66_000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_seconds(shape):
    started = time.process_time()
    masked = mask(SHAPES[shape])
    # Ten seconds for the longest text, three million characters, and as much again for the machine.
    assert time.process_time() - started < 200_000 / 3_000_000 * 10 * 2 + 0.7
    assert len(masked) == len(SHAPES[shape])


@pytest.mark.parametrize("number", ["13800001234", "138 0000 1234", "138-0000-1234", "110101199003071238"])
def test_past_the_bound_the_form_tells(monkeypatch, number):
    monkeypatch.setattr(mask_weighed, "WEIGHED", 3)
    text = f"电话{number}；" * 20
    assert mask(text) == f"电话{number[:3]}{'*' * (len(number) - 3)}；" * 20
