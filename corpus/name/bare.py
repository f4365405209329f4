"""A name that only says what its bearer is, 新区管委会, 镇人民政府, and the longer one on the same page
that ends with it: 西咸新区管理委员会, 安仁镇人民政府."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.gazetteer.zones import abbreviated
from corpus.name import lexicon as tag
from corpus.name.composed import clean_name, town
from corpus.name.printed import flat
from corpus.name.spans import ORGANS, Span, spans

# Words for towns, streets and branches of bureaus, which alone name none; kinds of zone do so too.
_NOBODY = frozenset({"镇", "乡", "苏木", "街道", "街道办", "街道办事处", "分局", "支队", "大队"})


def completed(name: str, others: Iterable[str]) -> str:
    """The longer of the `others` that ends with a bare name, cleaned; the name as it stands where it
    is not bare or no other is its longer form. 管委会 alone is whichever zone's signs.

    >>> completed("新区管委会", ["2024年", "西咸新区管理委员会"])
    '西咸新区'
    >>> completed("长安区", ["西安市长安区"])
    '长安区'
    """
    stem = _stem(spans(flat(name)))
    if stem is None:
        return name
    longer = (form for other in others if (form := _longer(flat(other), stem)))
    return next(longer, name)


def _stem(words: Sequence[Span]) -> str | None:
    """What a longer form of a bare name ends with: 新区, 镇, 街道; "" for 管委会 alone; None for a
    name that is not bare."""
    own = [word for word in words if word.tag not in (tag.PARTY, tag.JOIN, *ORGANS)]
    if not own:
        return "" if words and words[-1].tag == tag.ADMINISTRATION else None
    alone = len(own) == 1 and (own[0].tag == tag.KIND or own[0].text in _NOBODY)
    return town(own[0]) if alone else None


def _longer(other: str, stem: str) -> str | None:
    """Another name, cleaned, if it is a longer form of the stem, 综保区 or 综合保税区: with more in
    front than 市 or 县."""
    words = spans(other)
    if _stem(words) is not None or (not stem and words[-1].tag != tag.ADMINISTRATION):
        return None
    form, kind = clean_name(other), abbreviated(stem)
    short = form if form.endswith(stem) else abbreviated(form)
    front = spans(short.removesuffix(stem).removesuffix(kind))
    return form if short.endswith((stem, kind)) and any(word.tag != tag.MARK for word in front) else None
