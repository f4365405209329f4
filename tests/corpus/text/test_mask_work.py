"""Masking ends, and hides no length, whatever stands in a text; how long it takes is measured in
`benchmarks.attacks.masks`."""

import pytest

from benchmarks.attacks.masks import SHAPES, made
from corpus.text import mask_weighed
from corpus.text.mask import mask


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mask_is_as_long_as_what_it_hides(shape):
    text = made(shape, 3_000)
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize("number", ["13800001234", "138 0000 1234", "138-0000-1234", "110101199003071238"])
def test_past_the_bound_the_form_tells(monkeypatch, number):
    monkeypatch.setattr(mask_weighed, "WEIGHED", 3)
    text = f"电话{number}；" * 20
    assert mask(text) == f"电话{number[:3]}{'*' * (len(number) - 3)}；" * 20
