"""Figures that may be a number: how they are grouped, what stands between them and in front."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

TABLE: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("mask.toml").read_text(encoding="utf8"))
WORDS = TABLE["words"]
REGIONS = frozenset(TABLE["regions"]["codes"].split())
FIRST_BIRTH, LAST_BIRTH = 1880, 2099  # years that an identity number may tell; rejects serial numbers
AROUND = 160  # characters beside a number that may tell what it is


def any_of(words: list[str]) -> str:
    """An expression for any of the words."""
    return "(?:" + "|".join(map(re.escape, words)) + ")"


TELEPHONE, NEAR = any_of(WORDS["telephone"]), any_of([*WORDS["telephone"], *WORDS["near"]])
# A number in unusual groups: no other figure stands between the word and it; a hidden one may.
_TOLD = re.compile(rf"(?:{NEAR}[^\d\n]{{0,12}}\n?[^\d\n]{{0,6}}|\*[^\d\n]{{0,6}})$")
_TOLD_IDENTITY = re.compile(rf"(?:{any_of(WORDS['identity'])}|\*)[^\d\n]{{0,12}}\n?[^\d\n]{{0,6}}$")


@dataclass(frozen=True)
class Candidate:
    """Figures that have the form of a number: `text[start:end]`; `before`: a code of the
    country."""

    kind: str
    text: str
    start: int
    end: int
    before: str = ""

    @cached_property
    def front(self) -> str:
        """The text in front, without the code of the country."""
        end = self.start - len(self.before)
        return self.text[max(0, end - AROUND) : end]

    @cached_property
    def behind(self) -> str:
        """The text behind."""
        return self.text[self.end : self.end + AROUND]

    @cached_property
    def number(self) -> str:
        """The figures with the signs between them."""
        return self.text[self.start : self.end]

    @cached_property
    def digits(self) -> str:
        """The figures alone."""
        return re.sub(r"[^\dxхχ×✕✖╳]", "", self.number)

    @cached_property
    def groups(self) -> tuple[int, ...]:
        """How many digits stand together."""
        return tuple(len(group) for group in re.findall(r"[\dxхχ×✕✖╳]+", self.number))

    @cached_property
    def between(self) -> str:
        """What stands between the groups, in the words of the table."""
        signs = re.findall(r"[^\dxхχ×✕✖╳]+", self.number)
        whole = "".join(signs)
        if not signs:
            return "nothing"
        if not whole.strip(" \t"):
            return "blanks"
        if not whole.strip(" \t\n"):
            return "a line end" if len(signs) == 1 else "other"
        decimal = re.sub(r"\s", "", whole) == "."
        return "other" if decimal or whole.strip("-.·()[]_ \t\n") else "marks"

    @cached_property
    def told(self) -> bool:
        """Does a word in front say what number it is?"""
        if "+86" in self.before or "0086" in self.before:
            return True
        return bool((_TOLD if self.kind == "mobile" else _TOLD_IDENTITY).search(self.front))
