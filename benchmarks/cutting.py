"""How text is cut for the peers that take tokens: into pairs of characters, and into words as our
own index cuts them."""

from __future__ import annotations

import re

from index.words.cut import cutter

# Stands between paragraphs where tokens would otherwise run on; no text holds it once folded and
# squeezed.
BREAK = "\x01"
_NO_HAN = re.compile("[^\u4e00-\u9fd5]+")


def bigrams(body: str) -> list[str]:
    """Pairs of neighbouring characters, paragraph by paragraph, so that a phrase is a run of pairs.

    >>> bigrams("依法行")
    ['依法', '法行']
    """
    pairs: list[str] = []
    for paragraph in body.split("\n"):
        pairs.extend(map(str.__add__, paragraph, paragraph[1:]))
        pairs.append(BREAK)
    return pairs[:-1]


def han_words(body: str) -> list[str]:
    """The Han words by jieba.

    >>> han_words("办结率45.94%,依法行政")
    ['办结率', '依法行政']
    """
    return [word for word in cutter()(_NO_HAN.sub("\n", body)) if word[0] != "\n"]
