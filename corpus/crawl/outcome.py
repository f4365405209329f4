"""What became of an address that a crawl asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.wording.coded import to_record


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an address: fetched, unchanged, refused, failed; the last two have a reason."""

    address: str
    status: str
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As plain values: the reason in words, and what it was made of."""
        why = to_record(self.reason) if self.reason else None
        return {"address": self.address, "status": self.status, "reason": str(self.reason), "why": why}
