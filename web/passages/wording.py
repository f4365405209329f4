"""What has to be said beside the figures of what is shared."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.saying import Saying
from search.across.passages import FORMULA_BODIES, Passages


def notes(found: Passages) -> Iterator[str]:
    """Sentences about how far the figures go."""
    if found.characters:
        yield Saying(
            "相同，指连续 %(least)s 个字以上逐字相同（繁简、全半角、空白不计）；书名号里的名称标出而不计入。",
            least=found.least,
        )
        yield Saying("套话，指至少 %(n)s 个别的主体都有的；“最早”只就收录的报告而言，不说谁抄谁。", n=FORMULA_BODIES)
    else:
        yield Saying("没有可以比较的文字。")
    if found.passage_total > len(found.passages):
        yield Saying(
            "共 %(n)s 处，这里只列最长的 %(shown)s 处。", n=f"{found.passage_total:,}", shown=len(found.passages)
        )
    if not found.is_complete:
        yield Saying("有的字句在库里重复太多，没有数到底，主体数可能偏少。")
