"""The receipt of cleaning as one reads it: what was taken away or repaired, by which rule, how
often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.receipt import in_words
from corpus.records import Trace

SHOWN = 12  # traces of a rule that are shown word for word; page numbers come by the dozen
# Control characters stand for themselves nowhere in HTML; Unicode has a picture of each.
PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | dict.fromkeys(
    range(0x7F, 0xA0), 0xFFFD
)
LONGEST = 120  # characters of a trace that are shown


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule did: how often, and the first few (as it stood, what became of it)."""

    name: str
    times: int
    traces: tuple[tuple[str, str], ...]


def summary(receipt: Sequence[Trace]) -> list[Rule]:
    """The rules in the order they first did something, with the first traces of each."""
    return [
        Rule(in_words(name), len(traces), tuple((_short(trace.what), _short(trace.became)) for trace in traces[:SHOWN]))
        for name, traces in _by_rule(receipt).items()
    ]


def full(receipt: Sequence[Trace]) -> list[Rule]:
    """A receipt with every trace, whole."""
    return [
        Rule(in_words(name), len(traces), tuple((_shown(trace.what), _shown(trace.became)) for trace in traces))
        for name, traces in _by_rule(receipt).items()
    ]


def _by_rule(receipt: Sequence[Trace]) -> dict[str, list[Trace]]:
    by_rule: dict[str, list[Trace]] = {}
    for trace in receipt:
        by_rule.setdefault(trace.rule, []).append(trace)
    return by_rule


def _shown(text: str) -> str:
    return text.translate(PICTURES)


def _short(text: str) -> str:
    """The text as a page may show it: control characters as their pictures, not too long.

    >>> _short("工\\x0b作")
    '工␋作'
    """
    shown = _shown(text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
