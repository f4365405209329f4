"""Which figures are numbers of persons: by how their digits are grouped. The table is
`mask.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import accumulate
from typing import Any

from corpus.text.mask_candidate import (
    FIRST_BIRTH,
    LAST_BIRTH,
    NEAR,
    REGIONS,
    TABLE,
    TELEPHONE,
    WORDS,
    Candidate,
    any_of,
)

# Before an amount only this word says that it is none.
_SAID = re.compile(rf"{TELEPHONE}(?s:.){{0,12}}$")
_AMOUNT = re.compile(rf"\s*[余多]?{any_of(WORDS['amount'])}")
_MONEY = re.compile(rf"{any_of(WORDS['money'])} ?$")
_MEASURE = re.compile(rf"[ \t]*[{WORDS['measure']}]")
_LABEL = re.compile(rf"{any_of(WORDS['label'])}[ \t:]*$")
_CODE = re.compile(rf"{any_of(WORDS['code'])}[^\d\n]{{0,6}}$")
_ROWS = {
    kind: [row for row in TABLE["writing"] if row["number"] == kind] for kind in ("mobile", "identity", "old identity")
}

# Addresses and hashes are no writing of a person's number, unless an address says it is one.
_ELSE = re.compile(
    r"(?:https?://|www\.)[\w\-./?=&%#:~+]+|(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{32,}(?![0-9a-z])"
    r"|(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])"
    r"|(?<![0-9a-z])(?=\d*[a-wyz]|\w{0,16}x\w)[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxy]{10}(?![0-9a-z])",
    re.ASCII,
)
_NAMED = re.compile(r"(?:tel|phone|mobile|cell|idcard|sfz)\w*[=:/]\+?$", re.ASCII)
# Beside a number, on its line: another figure; on the lines before and behind it: a row of figures.
_FIGURE_BEFORE, _FIGURE_BEHIND = re.compile(r"[\d%][ \t,]*$"), re.compile(r"[ \t,]*[\d]")
_ROW = re.compile(r"\d[ \t]+\d[\d.,%]*[ \t]*$")
_ENUMERATED = re.compile(r"(?:^|\D)\d{1,2}\.$")
_DECIMAL = re.compile(r"(?<!\d{10})\d\.$")
_DECIMALS = re.compile(r"\.(?!1[3-9]\d{9}(?!\d))\d")
_PREFIXED = re.compile(r"(?:\+|00|\(|^|\D)86[-. ()]*$")
# What follows a line end and is no rest of a number: of a list, a year, a date.
_NEW = re.compile(r"\n\s*(?:\d{1,2}[.、)]|\d{4}年|(?:19|20)\d\d[01]\d[0-3]\d(?!\d))")
_YEAR_FIRST = re.compile(r"19\d\d[^\d]")


def is_hidden(candidate: Candidate) -> bool:
    """Is it the number of a person, by the table and by what stands around it?"""
    if not _is_valid(candidate):
        return False
    rows = (row for row in _ROWS[candidate.kind] if _is_written(candidate, row))
    found = any(_WHEN[row["when"]](candidate) for row in rows)
    return found and not _is_amount(candidate) and not _is_else(candidate)


def _is_written(candidate: Candidate, row: Mapping[str, Any]) -> bool:
    if row["between"] != candidate.between:
        return False
    return any(groups == "*" or _grouped(candidate, groups) for groups in row["groups"])


def _grouped(candidate: Candidate, groups: str) -> bool:
    """Is each of the groups written together, or digit by digit? With hyphens: cut in any way?"""
    sizes = [int(size) for size in groups.split("-")]
    cuts, ends = set(accumulate(candidate.groups)), list(accumulate(sizes))
    if not cuts.issuperset(ends) or (candidate.between == "marks" and "-" in candidate.number):
        return cuts.issuperset(ends)
    return all(
        not (inside := cuts & {*range(end - size + 1, end)}) or len(inside) == size - 1
        for size, end in zip(sizes, ends, strict=True)
    )


def _is_valid(candidate: Candidate) -> bool:
    digits = candidate.digits
    if candidate.kind == "mobile":
        glued = candidate.before in ("86", "0")
        return candidate.told or not (glued or _YEAR_FIRST.match(candidate.number))
    if digits[:2] not in REGIONS or digits[2:4] == "00" or candidate.front.endswith("0."):
        return False
    if candidate.kind == "identity":
        return _is_day(digits[6:10], digits[10:14])
    return _is_day(f"19{digits[6:8]}", digits[8:12]) and not _CODE.search(candidate.front)


def _is_day(year: str, day: str) -> bool:
    try:
        return FIRST_BIRTH <= date(int(year), int(day[:2]), int(day[2:])).year <= LAST_BIRTH
    except ValueError:
        return False


def _is_else(candidate: Candidate) -> bool:
    """Does it stand in an address, a hash or the code of a body?"""
    around = candidate.front + candidate.before + candidate.number + candidate.behind
    start = len(candidate.front) + len(candidate.before)
    for match in _ELSE.finditer(around):
        if match.start() < start + len(candidate.number) and start < match.end():
            return not _NAMED.search(candidate.front)
    return False


def _is_amount(candidate: Candidate) -> bool:
    """Is it a sum, a quantity or a decimal? A word for telephone in front says that it is none."""
    if candidate.kind == "identity" or _SAID.search(candidate.front):
        return False
    if _AMOUNT.match(candidate.behind) or _MONEY.search(candidate.front):
        return True
    if candidate.between == "nothing" and not candidate.before:
        return bool(_DECIMAL.search(candidate.front) or _DECIMALS.match(candidate.behind))
    return False


def _always(candidate: Candidate) -> bool:
    """A number for itself: no part of a longer one, no column of a table."""
    if candidate.between == "nothing":
        return candidate.told or not _is_column(candidate)
    if candidate.before or _ENUMERATED.search(candidate.front) or _PREFIXED.search(candidate.front):
        return not re.match(r"[-_.]\d", candidate.behind)
    return not re.search(r"\d[-_.·]$", candidate.front) and not re.match(r"[-_.·]\d", candidate.behind)


def _is_column(candidate: Candidate) -> bool:
    """Does a figure of eleven digits stand in a row of others, with no word for telephone?"""
    line = candidate.front.rpartition("\n")[2]
    if candidate.kind != "mobile" or re.search(NEAR, candidate.front):
        return False
    row = re.search(r"(?:^|[^\d.,%\s])([\d.,% \t]*)$", line), re.match(r"[ \t]+[\d.,% \t]*", candidate.behind)
    others = [figure for part in row if part for figure in part[0].split() if re.search(r"\d", figure)]
    return len(others) > 1 and not any(re.fullmatch(r"1[3-9]\d{9}", figure) for figure in others)


def _alone(candidate: Candidate) -> bool:
    """A number in no row of figures, and in no list of them, each on a line of its own."""
    if candidate.told:
        return not _NEW.search(candidate.number)
    line = candidate.front.rpartition("\n")[2]
    if _FIGURE_BEFORE.search(line) or _FIGURE_BEHIND.match(candidate.behind) or _LABEL.search(line):
        return bool(candidate.before)
    if candidate.between == "a line end":
        return bool(line.strip()) and not _NEW.search(candidate.number + candidate.behind[:1])
    rows = candidate.front.split("\n")[-2:-1] + candidate.behind.split("\n")[1:2]
    return not _MEASURE.match(candidate.behind) and not any(map(_ROW.search, rows))


def _told(candidate: Candidate) -> bool:
    """A number behind a word that says so, with no figure behind it on its line."""
    return candidate.told and not re.match(r"[-.·/ ]?\d", candidate.behind) and not _NEW.search(candidate.number)


_WHEN: Mapping[str, Callable[[Candidate], bool]] = {"always": _always, "alone": _alone, "told": _told}
