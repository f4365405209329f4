"""Which report a page is: its id, from its canonical address or, for a file, from its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

# 62 bits: two of a million reports share one in a chance of 1 to 9 million.
ID_LENGTH = 12
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Query parameters that say where a visitor came from, not which page this is.
TRACKING = frozenset(
    ("spm", "from", "isappinstalled", "share_token", "wxfrom", "timestamp", "fbclid", "gclid", "nsukey")
)


# Far past the twelve signs of an id, far below the 255 bytes that a file's name may have.
LONGEST_ID = 40


def canonical(address: str) -> str:
    """An address without what does not tell pages apart: scheme, `www.`, port, fragment, tracking
    parameters.

    >>> canonical("HTTPS://www.kfq.example:8080/a/1.html?utm_source=x&id=3#top")
    'kfq.example/a/1.html?id=3'
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # no address by the rules: it stands for itself
        return address
    host = (parts.hostname or "").removeprefix("www.")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not name.startswith("utm_") and name not in TRACKING]
    return f"{host}{parts.path or '/'}" + (f"?{urlencode(kept)}" if kept else "")


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
