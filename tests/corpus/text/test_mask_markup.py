"""In the source of a page numbers are hidden across tags and entities, and nothing else changes."""

import pytest

from corpus.text.mask_markup import mask_markup

ROWS = [
    ("<p>电话13800001234</p>", "<p>电话138********</p>"),
    ("<p>138<b>0000</b>1234</p>", "<p>138<b>****</b>****</p>"),
    ("<p>138&nbsp;0000&nbsp;1234</p>", "<p>138" + "*" * 20 + "</p>"),
    ("<p>&#49;3800001&#50;34</p>", "<p>&#49;38" + "*" * 12 + "</p>"),
    ("<p>电话1380000<br>1234</p>", "<p>电话138****<br>****</p>"),
    ("<a href='tel:13800001234'>拨打</a>", "<a href='tel:138********'>拨打</a>"),
    ("<td>139</td><td>2345</td><td>1234</td>", None),
    ("投资13800001234元 <b>&lt;</b>", None),
    ("<a href='https://kfq.example/13800001234.html'>", None),
    ("a < b & c", None),
]


@pytest.mark.parametrize(("source", "expected"), ROWS)
def test_numbers_in_markup(source, expected):
    masked = mask_markup(source)
    assert masked == (expected or source)
    assert len(masked) == len(source)
