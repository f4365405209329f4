"""What a file is called, and what its answer says of it in headers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final
from urllib.parse import quote

from werkzeug.datastructures import Headers

# What some system does not take in the name of a file, and what is not seen.
UNFIT: Final = re.compile(r"""[\\/:*?"<>|%\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+""")
LONGEST: Final = 40  # characters of a query in the name of a file
# Bytes of a header: what stands before other servers gives them 4 KB together.
MOST: Final = 1_500
SAFE: Final = " ,:;+=()[]"
SAID: Final = ("query", "version", "date", "complete")


def file_name(query: str, date: str, ending: str, what: str = "") -> str:
    """The name of a file: ours, the query, what of it, the day.

    >>> file_name('"第*批" OR 甲/乙', "2026-11-28T01:02:03Z", "csv")
    '寻章-第-批-OR-甲-乙-2026-11-28.csv'
    """
    shown = UNFIT.sub("-", unicodedata.normalize("NFC", query))[: LONGEST + 1].strip("-. ")[:LONGEST]
    return "-".join(filter(None, ("寻章", what, shown, date[:10]))) + f".{ending}"


def named(headers: Headers, name: str) -> None:
    """Give a file its name: in UTF-8 (RFC 5987), and in ASCII for who does not read that."""
    day = re.search(r"\d{4}-\d\d-\d\d", name)
    plain = f"xunzhang{'-' + day[0] if day else ''}.{name.rpartition('.')[2]}"
    headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def said(headers: Headers, about: Mapping[str, Any]) -> None:
    """Say of a file what was asked, of which corpus, when, and whether it is all: `X-Xunzhang-Query`
    and so on, in UTF-8 with percent signs."""
    for field in SAID:
        if field in about:
            headers[f"X-Xunzhang-{field.title()}"] = _quoted(str(about[field]))


def _quoted(text: str) -> str:
    """A text as headers take it; a long one is cut between two characters and ends in ……."""
    sizes = accumulate(len(quote(each, safe=SAFE)) for each in text)
    fits = sum(size <= MOST for size in sizes)
    return quote(text if fits == len(text) else text[:fits] + "……", safe=SAFE)
