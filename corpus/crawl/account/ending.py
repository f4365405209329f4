"""What a crawl left out, in sentences: which bound, how many, and where it struck first."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.crawl.account.outcome import Ending
from corpus.crawl.frontier import Frontier
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import OTHER
from corpus.wording.coded import said

# Bounds named one by one; many more say the same.
MOST_NOTES = 8
_BOUNDS = {"alike": "many_alike", "pages": "many_pages", "waits": "many_waits"}


def ending(frontier: Frontier, refused_before: int) -> Ending:
    """What the bounds of a crawl kept out."""
    spared = frontier.spares.waiting()
    notes = [*_struck(frontier), *_spared(spared)]
    if refused_before:
        notes.append(said("settled", count=refused_before))
    elsewhere = ((source, hosts.most_common(1)[0][0]) for source, hosts in frontier.elsewhere.items())
    return Ending(frontier.left_out + len(spared), tuple(notes), tuple(elsewhere))


def _struck(frontier: Frontier) -> Iterator[str]:
    most = sorted(frontier.struck.items(), key=lambda item: -item[1][1])
    for (bound, what), (address, count) in most[:MOST_NOTES]:
        yield said(_BOUNDS[bound], what=what, address=address, count=count)


def _spared(spared: list[Visit]) -> Iterator[str]:
    titled = [visit for visit in spared if visit.worth == OTHER]
    mapped = [visit for visit in spared if visit.worth != OTHER]
    if titled:
        yield said("titled_else", count=len(titled), address=titled[0].address)
    if mapped:
        yield said("mapped_else", count=len(mapped), address=mapped[0].address)
