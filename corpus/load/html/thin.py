"""HTML source without what reading it does not need, before a tree is built: building it is nine
tenths of loading a page.

Inline tags only join text, so they go; links and line breaks become control characters, which no
decoded text holds. What hides nodes is kept: a kind of tag of which one is hidden on the page stays
as it is.
"""

from __future__ import annotations

import re

# Signs in the thinned text; decoding has removed all control characters from the page itself.
LINK, LINK_END, BREAK = "\x02", "\x03", "\x04"
SIGNS = re.compile(f"([{LINK}{LINK_END}{BREAK}])")

# Possessive: going back never helps, and remembering where to would take a hundred bytes a
# character.
_QUOTED = r"(?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+"
_UNREAD = re.compile(r"<(?:!--|(script|style|noscript|textarea|select|template|svg)\b[^>]*>)", re.IGNORECASE)
# Stray ends, and < before what is no tag's name.
_STRAY = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_BARE = re.compile(r"<(?=[^A-Za-z/!?])")
# What hides a node, in lower case; three searches, for each begins with a letter and is fast.
_HIDING = (
    re.compile(r"display\s*:\s*none"),
    re.compile(r"visibility\s*:\s*hidden"),
    re.compile(r"hidden(?<=\shidden)\b"),
)
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9:]*)[^<>]*\Z")
# A tag is looked for so far before what hides it.
LONGEST_TAG = 2000
_INLINE_NAMES = (
    "span font b strong em i u s big small sub sup ins del strike tt code cite q abbr acronym dfn kbd samp var mark bdo nobr wbr label "
    "o:p st1:chsdate st1:chmetcnv st1:personname"
)
_INLINE = _INLINE_NAMES.split()
# Tags without any text, hidden or not.
_EMPTY = "img link input"
# White space between two tags of blocks is none.
_BETWEEN = re.compile(r">\s+<")
# Styles say nothing where none hides and none keeps line breaks.
_STYLE = re.compile(r' style="[^"<>]*"')
# An anchor that leads nowhere: Word's bookmarks stand around whole paragraphs.
_ANCHOR = re.compile(r"<a(?![^<>]*\s(?:href|onclick)\b)(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAKS = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)


def thinned(source: str) -> str:
    """The source with the same words in the same blocks, and much less of anything else."""
    source = _BARE.sub("&lt;", _STRAY.sub("", _without_unread(source)))
    hiding = _hiding(source)
    source = source if hiding or "white-space" in source else _STYLE.sub("", source)
    source = _without_tags(source, [*_EMPTY.split(), *(name for name in _INLINE if name not in hiding)])
    source = _BREAKS.sub(BREAK, source)
    if "a" not in hiding:
        source = _ANCHOR.sub("", source)
        source = re.sub(rf"<a(?:\s{_QUOTED})?>", LINK, source, flags=re.IGNORECASE)
        source = re.sub(r"</a\s*>", LINK_END, source, flags=re.IGNORECASE)
    return _BETWEEN.sub("><", source)


def _without_unread(source: str) -> str:
    """Without comments, and elements whose text no reader sees; one that is left open goes to the
    end."""
    kept, at = [], 0
    while opened := _UNREAD.search(source, at):
        kept.append(source[at : opened.start()])
        if opened[1]:
            closed = re.compile(rf"</{opened[1]}\s*>", re.IGNORECASE).search(source, opened.end())
            at = closed.end() if closed else len(source)
        else:
            end = source.find("-->", opened.end())
            at = end + 3 if end >= 0 else len(source)
    kept.append(source[at:])
    return " ".join(kept)


def _without_tags(source: str, names: list[str]) -> str:
    """Without the tags of these names, in either case; what they hold stays. The letters they begin
    with are looked at first."""
    both = [spelled for name in names for spelled in (name, name.upper())]
    first = "".join(sorted({name[0] for name in both}))
    return re.sub(rf"</?(?=[{first}])(?:{'|'.join(both)})(?:\s{_QUOTED})?/?>", "", source)


def _hiding(source: str) -> set[str]:
    """The kinds of tags of which at least one is hidden."""
    names = set()
    lower = source.lower()
    if len(lower) != len(source):  # İ and its like: offsets would shift
        lower = source
    for found in (match for pattern in _HIDING for match in pattern.finditer(lower)):
        opened = source.rfind("<", max(0, found.start() - LONGEST_TAG), found.start())
        if opened >= 0 and (name := _NAME.match(source[opened : found.start()])):
            names.add(name[1].lower())
    return names
