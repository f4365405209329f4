"""What may be asked about a text."""

from __future__ import annotations

from corpus.saying import Saying
from search.across.passages import LEAST, MOST_CHARACTERS, MOST_LEAST, Compared
from search.errors import BadRequest


class TooLong(BadRequest):
    """A draft longer than any report."""

    code = "draft_too_long"


def check(asked: Compared) -> None:
    """Raises BadRequest for a least length out of bounds, TooLong for a draft past the most."""
    if not LEAST <= asked.least <= MOST_LEAST:
        raise BadRequest(
            Saying(
                "%(name)s 是 %(value)s；请给 %(least)s 到 %(most)s 之间的数。",
                name="least",
                value=asked.least,
                least=LEAST,
                most=MOST_LEAST,
            )
        )
    if not asked.report and len(asked.text) > MOST_CHARACTERS:
        raise TooLong(
            Saying(
                "稿子有 %(n)s 个字，太长了；请分几次，每次不超过 %(most)s 个字。",
                n=f"{len(asked.text):,}",
                most=f"{MOST_CHARACTERS:,}",
            )
        )
