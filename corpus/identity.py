"""Which report a page is: its id, from its canonical address or, for a file, from its bytes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

# 62 bits: two of a million reports share one in a chance of 1 to 9 million.
ID_LENGTH = 12
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Query parameters that say where a visitor came from, not which page this is.
TRACKING = frozenset(
    ("spm", "from", "isappinstalled", "share_token", "wxfrom", "timestamp", "fbclid", "gclid", "nsukey")
)
# Numbers of a visitor's session, whatever stands beside them.
SESSIONS = frozenset(("jsessionid", "phpsessid", "sessionid", "session_id", "aspsessionid", "cfid", "cftoken"))
# `sid` is a session where it looks drawn: letters and digits, eight or more. Elsewhere it is the
# number of a site (gkmlpt: sid=750040) or of an article.
_DRAWN = re.compile(r"(?=[a-z]*[0-9])(?=[0-9]*[a-z])[0-9a-z]{8,}", re.IGNORECASE)
_IN_PATH = re.compile(r";[a-z_]*sessionid=[^/?#;]*", re.IGNORECASE)
# Where the path names the page, nothing in the query is its number.
_PATH_NAMES = re.compile(r"(?:/|\.(?:s?html?|xhtml|pdf|docx?))$", re.IGNORECASE)


# Far past the twelve signs of an id, far below the 255 bytes that a file's name may have.
LONGEST_ID = 40


def canonical(address: str) -> str:
    """An address without what does not tell pages apart: scheme, `www.`, port, fragment, tracking
    parameters, numbers of sessions.

    >>> canonical("HTTPS://www.kfq.example:8080/a/1.html;jsessionid=0F?utm_source=x&id=3#top")
    'kfq.example/a/1.html?id=3'
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # no address by the rules: it stands for itself
        return address
    host = (parts.hostname or "").removeprefix("www.")
    path = _IN_PATH.sub("", parts.path) or "/"
    # A query in GBK is no UTF-8: its bytes stay as they are.
    pairs = parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not _says_nothing(name, value, path, len(pairs))]
    return f"{host}{path}" + (f"?{urlencode(kept, errors='surrogateescape')}" if kept else "")


def _says_nothing(name: str, value: str, path: str, beside: int) -> bool:
    """Does a parameter say who comes, or from where, and not which page is meant?"""
    lower = name.lower()
    if lower.startswith(("utm_", "aspsessionid")) or name in TRACKING or lower in SESSIONS:
        return True
    drawn = lower == "sid" and bool(_DRAWN.fullmatch(value))
    return drawn and (beside > 1 or bool(_PATH_NAMES.search(path)))


def plain(address: str) -> str:
    """An address as it is asked for and kept: without tracking and sessions; what is left stands as
    it was written.

    >>> plain("https://kfq.example/a.jsp;jsessionid=0F?x=%D6%D0&spm=1")
    'https://kfq.example/a.jsp?x=%D6%D0'
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path, written = _IN_PATH.sub("", parts.path), [pair for pair in parts.query.split("&") if pair]
    named = ((pair, *pair.partition("=")[::2]) for pair in written)
    kept = "&".join(pair for pair, name, value in named if not _says_nothing(name, value, path, len(written)))
    unchanged = path == parts.path and len(kept.split("&")) == len(written)
    return address if unchanged else parts._replace(path=path, query=kept).geturl()


def short_hash(content: bytes) -> str:
    """`ID_LENGTH` characters of [0-9a-z] that depend on every byte of `content`."""
    number = int.from_bytes(hashlib.sha256(content).digest())
    digits = []
    for _ in range(ID_LENGTH):
        number, digit = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return "".join(digits)


def id_of_address(address: str) -> str:
    """The id of the report at a web address."""
    return short_hash(canonical(address).encode())


def sha256(content: bytes) -> str:
    """Hash of a page's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_address(path: Path) -> str:
    """The address of a file: its absolute path as a URI."""
    return path.resolve().as_uri()


def is_id(name: str) -> bool:
    """May a report be called so? Ids have twelve signs; longer ones than LONGEST_ID are no file's.

    >>> is_id("jje5q1auuxf4"), is_id("../x"), is_id("a" * 3000)
    (True, False, False)
    """
    return name.isalnum() and len(name) <= LONGEST_ID
