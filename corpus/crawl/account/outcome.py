"""What became of one address in a crawl."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from corpus.wording.coded import to_record


@dataclass(frozen=True, slots=True)
class Outcome:
    """`status`: new, changed, unchanged, read (a list), refused, gone, failed; the last three have a
    reason. `source` is the address of the list of sources that led there, `way` how it was found,
    `report` and `title` are of what it became."""

    address: str
    status: str
    reason: str = ""
    source: str = ""
    way: str = ""
    report: str = ""
    title: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As plain values: the reason in words, and what it was made of."""
        return {**asdict(self), "reason": str(self.reason), "why": to_record(self.reason) if self.reason else None}


@dataclass(frozen=True, slots=True)
class Ending:
    """What a crawl that ended says besides its outcomes. `left_out`: addresses beyond its bounds;
    `notes`: a sentence for each bound, with an address; `elsewhere`: source → host out of scope to
    which links promise reports."""

    left_out: int = 0
    notes: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Ending:
        """From plain values."""
        elsewhere = tuple((source, host) for source, host in values["elsewhere"])
        return cls(values["left_out"], tuple(values["notes"]), elsewhere)
