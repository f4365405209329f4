"""Reports sent to the cluster by several processes, each of which cuts, folds and sends by itself.

A process sends one request at a time and waits for it, so the cluster sets the pace; what it turns
away for want of room is sent again after a pause, twice as long each time. Every document has an id
of its own, so what is sent twice stands there once.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from opensearchpy import exceptions as theirs
from opensearchpy import helpers

from corpus.records import Report
from index.analysts import BATCH_CHARACTERS, WORTH_STARTING, Analysts, cores, serve
from index.errors import EngineUnavailable
from index.opensearch.cluster import Cluster, Where
from index.opensearch.document import sent
from index.opensearch.faults import told

# Documents and bytes of one request; the cluster refuses more than 100 MB.
DOCUMENTS, BYTES = 500, 8_000_000
# So often a batch is sent again, after 1, 2, 4 … seconds, at most LONGEST: a node that died has been
# replaced by then (73 s until all is green again).
TRIES, LONGEST = 8, 30
BUSY = (429, 502, 503, 504)


class Given(NamedTuple):
    """A report to be sent: its stamp, its number in the index, and ids that it had and may have no
    longer."""

    report: Report
    stamp: str
    number: int
    before: tuple[str, ...] = ()


class Sent(NamedTuple):
    """What has been sent of a report: how many sections, and characters in them."""

    report: str
    sections: int
    characters: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What one process sends at a time."""

    where: Where
    index: str
    reports: list[Given]


def send_all(cluster: Cluster, index: str, reports: Iterable[Given], count: int) -> Iterator[Sent]:
    """Send reports, `count` of them, by several processes where these are many; told in order."""
    many = _batches(cluster.where, index, reports)
    if count < WORTH_STARTING:
        yield from chain.from_iterable(_sent(cluster, batch) for batch in many)
        return
    with Analysts[Batch, list[Sent]](max(2, cores()), __name__) as senders:
        yield from chain.from_iterable(senders.work(many))


def _batches(where: Where, index: str, reports: Iterable[Given]) -> Iterator[Batch]:
    batch, size = Batch(where, index, []), 0
    for given in reports:
        batch.reports.append(given)
        size += sum(len(section.text) for section in given.report.sections)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = Batch(where, index, []), 0
    if batch.reports:
        yield batch


def _sent(cluster: Cluster, batch: Batch) -> list[Sent]:
    actions, done = [], []
    for given in batch.reports:
        made = sent(*given[:3])
        done.append(Sent(given.report.id, len(made), sum(each["length"] for each in made)))
        gone = [id for id in given.before if id not in {each["id"] for each in made}]
        actions += deletions(batch.index, given.report.id, gone)
        # The first section says which version of the report is held: it comes last.
        actions += [_action(batch.index, given.report.id, each) for each in made[1:] + made[:1]]
    apply(cluster, actions)
    return done


def _action(index: str, report: str, document: dict[str, Any]) -> dict[str, Any]:
    source = {name: value for name, value in document.items() if name != "id"}
    return {"_index": index, "_id": document["id"], "routing": report, "_source": source}


def deletions(index: str, report: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    """What removes sections of a report."""
    return [{"_op_type": "delete", "_index": index, "_id": id, "routing": report} for id in ids]


def apply(cluster: Cluster, actions: list[dict[str, Any]]) -> None:
    """Have documents written and removed; what is removed already is so. Raises EngineUnavailable
    where the cluster does not take them."""
    for attempt in range(TRIES):
        try:
            with told():
                _apply(cluster, actions)
            return
        except EngineUnavailable as error:
            if attempt == TRIES - 1 or not _passes(error.__cause__):
                raise
            time.sleep(min(2**attempt, LONGEST))


def _apply(cluster: Cluster, actions: list[dict[str, Any]]) -> None:
    for taken, told_of in helpers.streaming_bulk(
        cluster.client,
        actions,
        chunk_size=DOCUMENTS,
        max_chunk_bytes=BYTES,
        raise_on_error=False,
        max_retries=TRIES,
        initial_backoff=1,
        max_backoff=LONGEST,
    ):
        ((kind, item),) = told_of.items()
        if not taken and not (kind == "delete" and item["status"] == 404):
            raise theirs.TransportError(item["status"], str(item.get("error")), item)


def _passes(cause: BaseException | None) -> bool:
    """Whether a fault may be over after a while."""
    if isinstance(cause, theirs.ConnectionError):
        return not isinstance(cause, theirs.SSLError)
    return isinstance(cause, theirs.TransportError) and cause.status_code in BUSY


def main() -> None:
    """What one process does: send batches, all to one cluster."""
    held: list[Cluster] = []

    def answer(batch: Batch) -> list[Sent]:
        if not held:
            held.append(Cluster(batch.where))
        return _sent(held[0], batch)

    serve(answer)
