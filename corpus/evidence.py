"""Where a field of a record came from, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.wording.coded import from_record, to_record


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field came from (`source`, a saying with a code) and how sure that is
    (`confidence`, 0–1)."""

    source: str
    confidence: float
    inferred: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As plain values: `source` in words, and what it was made of."""
        how = {"confidence": self.confidence, "inferred": self.inferred}
        return {"source": str(self.source), **how, **to_record(self.source)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Evidence:
        """Read `to_dict` back, or a source in words alone."""
        source = from_record(values if "code" in values else values["source"])
        return cls(source, values["confidence"], values.get("inferred", False))
