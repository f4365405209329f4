"""What a tag says of itself: block or not, shown or hidden, a link, a name to know it by."""

from __future__ import annotations

import re
from itertools import islice

from bs4.element import Tag

# A longer id or class is no name.
LONGEST_NAME = 60
# Characters of a hidden block kept in its trace.
LONGEST_TRACE = 200
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main marquee menu nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "ucapcontent"
)
_UNSHOWN_NAMES = (
    "script style template noscript head title textarea select option datalist button iframe object embed svg math canvas audio video "
    "map xml input"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
NEVER_SHOWN = frozenset(_UNSHOWN_NAMES.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)


def cells(row: Tag) -> int:
    """How many cells a row has; a row of one is a block like any other, with its own paragraphs."""
    return sum(isinstance(child, Tag) and child.name in ("td", "th") for child in row.contents)


def is_link(tag: Tag) -> bool:
    """Does it lead somewhere? A name for a place in the page does not."""
    return tag.name == "a" and ("href" in tag.attrs or "onclick" in tag.attrs)


def keeps_breaks(tag: Tag) -> bool:
    """Does a line break in the source break the line shown?"""
    style = tag.attrs.get("style")
    return tag.name == "pre" or bool(style and _KEPT.search(str(style)[:1000]))


def is_hidden(tag: Tag) -> bool:
    """Is it hidden from the reader? The page as a whole never is."""
    if tag.name in ("html", "body"):
        return False
    style = tag.attrs.get("style")
    return "hidden" in tag.attrs or bool(style and _HIDDEN.search(str(style)[:1000]))


def beginning(tag: Tag) -> str:
    """The first words in it."""
    text = " ".join(islice((string.strip() for string in tag.strings if string.strip()), 20))
    return text[:LONGEST_TRACE]


def name_of(tag: Tag) -> str:
    """`tag#id.class`, what containers are known by."""
    name = tag.name
    if (own := tag.attrs.get("id")) and len(str(own)) <= LONGEST_NAME:
        name += f"#{own}"
    classes = tag.attrs.get("class") or ()
    return name + "".join(
        f".{one}" for one in (classes.split() if isinstance(classes, str) else classes)[:5] if len(one) <= LONGEST_NAME
    )
