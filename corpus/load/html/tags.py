"""What a tag says of itself: block or not, shown or hidden, a link, a name to know it by."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element as Tag

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
    "map xml input rt rp"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
NEVER_SHOWN = frozenset(_UNSHOWN_NAMES.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)


def cells(row: Tag) -> int:
    """How many cells a row has; a row of one is a block like any other, with its own paragraphs."""
    return sum(child.tag in ("td", "th") for child in row)


def is_link(tag: Tag) -> bool:
    """Does it lead somewhere? A name for a place in the page does not."""
    return tag.tag == "a" and (tag.get("href") is not None or tag.get("onclick") is not None)


def keeps_breaks(tag: Tag) -> bool:
    """Does a line break in the source break the line shown?"""
    style = tag.get("style")
    return tag.tag == "pre" or bool(style and _KEPT.search(style[:1000]))


def is_hidden(tag: Tag) -> bool:
    """Is it hidden from the reader? The page as a whole never is."""
    if tag.tag in ("html", "body"):
        return False
    style = tag.get("style")
    return tag.get("hidden") is not None or bool(style and _HIDDEN.search(style[:1000]))


def beginning(tag: Tag) -> str:
    """The first words in it."""
    said = (str(string).strip() for string in tag.itertext())
    return " ".join(islice(filter(None, said), 20))[:LONGEST_TRACE]


def name_of(tag: Tag) -> str:
    """`tag#id.class`, what containers are known by."""
    name = str(tag.tag)
    if (own := tag.get("id")) and len(own) <= LONGEST_NAME:
        name += f"#{own}"
    classes = (tag.get("class") or "").split()
    return name + "".join(f".{one}" for one in classes[:5] if len(one) <= LONGEST_NAME)
