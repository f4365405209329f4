"""The receipt of cleaning as one reads it: what was taken away or repaired, by which rule, how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.mask import mask
from corpus.records import Trace

SHOWN = 12  # traces of a rule that are shown word for word; page numbers come by the dozen
LONGEST = 120  # characters of a trace that are shown


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule did: how often, and the first few (as it stood, what became of it), numbers masked."""

    name: str
    times: int
    traces: tuple[tuple[str, str], ...]


def summary(receipt: Sequence[Trace]) -> list[Rule]:
    """The rules in the order they first did something."""
    by_rule: dict[str, list[Trace]] = {}
    for trace in receipt:
        by_rule.setdefault(trace.rule, []).append(trace)
    return [
        Rule(name, len(traces), tuple((_short(trace.what), _short(trace.became)) for trace in traces[:SHOWN]))
        for name, traces in by_rule.items()
    ]


def _short(text: str) -> str:
    shown = mask(text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
