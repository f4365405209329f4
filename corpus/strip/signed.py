"""A signature between the closing words and an annex: it ends the report proper, and is no paragraph of
its last section."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.line.weight import Weighed
from corpus.outline.annex import annexes
from corpus.strip.tail import is_signature
from corpus.text.numbering import number_of

# Signature and date have at most so many lines: two organs, a seal that was read, the date in two forms.
MOST_SIGNED = 5
DATED = ("date", "signer")


def signed_above_annex(body: Sequence[Weighed]) -> range:
    """The lines of a dated signature right above the first annex of a body; empty where there is
    none."""
    written = [at for at, line in enumerate(body) if line.role != "blank"]
    if not any(body[at].role in DATED or is_signature(body, at, alone=False) for at in written[:-1]):
        return range(0)
    texts = [body[at].line.text for at in written]
    first = min(annexes(texts, [number_of(text) for text in texts]), default=0)
    begins = next((at for at in range(first - 1, -1, -1) if not _signs(body, written[at])), first) + 1
    signs = [is_signature(body, written[at], alone=False) for at in range(begins, first)]
    if not any(signs) or len(signs) > MOST_SIGNED or not begins:
        return range(0)
    return range(written[begins], written[first - 1] + 1)


def _signs(body: Sequence[Weighed], at: int) -> bool:
    return body[at].role in DATED or is_signature(body, at, alone=False)
