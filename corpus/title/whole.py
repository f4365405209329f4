"""The title a record bears: the printed one, made whole where only its last line was taken for it, else
the page's own title fields; with what says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.describe.sure import evidence
from corpus.gazetteer.leading import leading_places
from corpus.records import Evidence
from corpus.text.dates import dates_in
from corpus.text.script import simplified
from corpus.title.hinted import without_site

LONGEST_LINE = 1_000  # characters of a line; a longer one is no title's
MOST_LINES = 4  # of a title, as stripping takes it
# The first of several lines of a title; a line that ends one; all of them together
BEGINS_TITLE = re.compile(r"^[^>:：|。；，]{4,60}$")
ENDS_TITLE = re.compile(r"(?:报告|年报|总结|報告)$")
STARTED = re.compile(r"^中共|关于|關於|(?:19|20)\d\d\s*年")  # what the first line of one has that no site's name has
SITE_NAME = re.compile(r"(?:政府|网|网站|门户|平台|会|局)$")
WHOLE_TITLE = re.compile(r"[^>:：|。；]{0,70}(?:关于|(?:19|20)\d\d年)[^>:：|。；]{0,50}(?:报告|年报|总结|報告)")
COLUMN_NAME = re.compile(r"(?:年度|工作|信息公开|法治政府建设|政府信息公开)*(?:报告|年报|总结|情况)")  # names no report


def title_of(
    printed: str | None, head: Sequence[str], meta: Mapping[str, str], title_tag: str | None
) -> tuple[str | None, Evidence | None]:
    """The printed title, whole, else the page's own title fields without the site's name; (None,
    None) where there is none. `head` are the lines above the body."""
    printed = (printed or "").strip()
    whole = _broken_title([line.strip() for line in head], printed)
    if whole or printed:
        return whole or printed, evidence("title", "printed_title/joined" if whole else "printed_title")
    for source, text in (
        ("article_tag", meta.get("articletitle", "")),
        ("title_tag", without_site(title_tag or "", of_a_tag=True)),
    ):
        plain = simplified(text).strip()
        if plain and not COLUMN_NAME.fullmatch(plain) and re.search(r"报告|年报|总结|情况|公报", plain):
            return text.strip(), evidence("title", source)
    return None, None


def _broken_title(head: Sequence[str], printed: str) -> str | None:
    """A title printed over two to four lines of which stripping took none or only the last; None
    where it is whole."""
    lines = [line for line in head if line and len(line) <= LONGEST_LINE]
    if STARTED.match(printed) or leading_places(simplified(printed))[0]:
        return None
    for start, line in enumerate(lines):
        if not BEGINS_TITLE.match(line) or ENDS_TITLE.search(line) or dates_in(line):
            continue
        if not STARTED.search(line) and (printed or SITE_NAME.search(line) or not leading_places(simplified(line))[0]):
            continue
        for end in range(start + 2, min(start + MOST_LINES + 1, len(lines) + 1)):
            joined = "".join(lines[start:end])
            if WHOLE_TITLE.fullmatch(joined) and lines[end - 1].endswith(printed or lines[end - 1]):
                return joined if joined != printed.replace(" ", "") else None
    return None
