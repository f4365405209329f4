"""What the store holds compared with what is indexed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# When more than this share of the reports is to be written, a new generation costs less than
# merging into the old one.
FRESH_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of reports: what the store holds compared with what is indexed."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def to_write(self) -> tuple[str, ...]:
        """New and changed reports."""
        return self.added + self.replaced

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.to_write or self.removed)

    @property
    def many(self) -> bool:
        """Whether writing everything anew costs less."""
        return len(self.to_write) > FRESH_SHARE * len(self.replaced + self.unchanged)


def changes(held: Mapping[str, str], indexed: Mapping[str, str]) -> Changes:
    """Compare stamps by report."""
    both = sorted(held.keys() & indexed.keys())
    return Changes(
        added=tuple(sorted(held.keys() - indexed.keys())),
        replaced=tuple(report for report in both if held[report] != indexed[report]),
        removed=tuple(sorted(indexed.keys() - held.keys())),
        unchanged=tuple(report for report in both if held[report] == indexed[report]),
    )
