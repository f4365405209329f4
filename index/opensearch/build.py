"""Bringing the index on a cluster up to what the store holds, as `index.build` does here: small
changes report by report, a first or fresh build and one that changes most beside the live index,
which gives way once all counts agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.text.mask import VERSION as MASKING
from index.build import Built, Progress, Reports
from index.changes import Changes, changes
from index.disk.generation import writing
from index.opensearch.cluster import Cluster
from index.opensearch.faults import told
from index.opensearch.sending import Given, Sent, apply, deletions, send_all
from index.opensearch.standing import (
    KEEP,
    Held,
    Standing,
    check,
    new_index,
    publish,
    remove_old,
    reports,
    show,
    standing,
    sums,
)


def build(
    store: Reports, cluster: Cluster, directory: Path, fresh: bool = False, progress: Progress | None = None
) -> Built:
    """Index what `store` holds on a cluster; `progress` is told (reports done, reports to do).

    `directory` is where the lock lies. Raises IndexBusy where another process builds,
    IndexOutdated unless `fresh`, EngineUnavailable where the cluster does not take it or has not
    all of it: the index that answers stays as it was then."""
    with writing(directory):
        live = standing(cluster)
        if live is not None and not fresh:
            check(live)
        stamps = {name: f"{stamp}-{MASKING}" for name, stamp in store.stamps().items()}
        held = {each.report: each for each in _held(cluster, live)} if live and not fresh else {}
        difference = changes(stamps, {name: each.stamp for name, each in held.items()})
        everything = live is None or fresh or difference.many
        ids = [*stamps] if everything else difference.to_write
        loading = Loading(store, cluster, stamps, ids, {} if everything else held, progress)
        if everything:
            _write_index(cluster, live, loading)
        elif live and difference.any:
            _write_changes(cluster, live, loading, difference, held)
        return _built(cluster, difference, loading)


def _held(cluster: Cluster, live: Standing) -> Iterator[Held]:
    opened = cluster.open(live.index, KEEP)
    try:
        yield from reports(cluster, opened)
    finally:
        cluster.close(opened)


class Loading:
    """Reads reports in order and sends them; a report that cannot be read is noted and the rest
    goes on."""

    def __init__(
        self,
        store: Reports,
        cluster: Cluster,
        stamps: Mapping[str, str],
        ids: Sequence[str],
        held: Mapping[str, Held],
        progress: Progress | None,
    ) -> None:
        self._store, self._cluster, self._stamps, self._ids, self._held = store, cluster, stamps, ids, held
        self._progress, self._done = progress, 0
        self.unread: dict[str, str] = {}

    def into(self, index: str) -> list[Sent]:
        """Send all; what has been sent of each report."""
        found = []
        for each in send_all(self._cluster, index, self._given(), len(self._ids)):
            found.append(each)
            self._tell()
        return found

    def _given(self) -> Iterator[Given]:
        number = max((each.number for each in self._held.values()), default=-1)
        for name in self._ids:
            before = self._held.get(name)
            number += before is None
            try:
                report = self._store.report(name)
            except XunzhangError as error:
                self.unread[name] = str(error)
                self._tell()
                continue
            yield Given(report, self._stamps[name], before.number if before else number, before.ids if before else ())

    def _tell(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, len(self._ids))


def _write_index(cluster: Cluster, live: Standing | None, loading: Loading) -> None:
    """Write everything beside the live index, count it, then swap."""
    remove_old(cluster, live.index if live else None)
    index = new_index(cluster)
    try:
        show(cluster, index, _sums(loading.into(index)))
        publish(cluster, index)
    except BaseException:
        with suppress(XunzhangError), told():
            cluster.client.indices.delete(index=index)
        raise


def _write_changes(
    cluster: Cluster, live: Standing, loading: Loading, difference: Changes, held: Mapping[str, Held]
) -> None:
    """Write the changes of what is held into the live index: all of them are seen from one moment on."""
    gone = [action for name in difference.removed for action in deletions(live.index, name, held[name].ids)]
    apply(cluster, gone)
    sent = {each.report: each for each in loading.into(live.index)}
    stay = [each for name, each in held.items() if name not in sent and name not in difference.removed]
    kept = [Sent(each.report, len(each.ids), each.characters) for each in stay]
    show(cluster, live, _sums([*kept, *sent.values()]))


def _sums(found: Sequence[Sent]) -> tuple[int, int, int]:
    whole = [each for each in found if each.sections]
    return sum(each.sections for each in whole), len(whole), sum(each.characters for each in whole)


def _built(cluster: Cluster, difference: Changes, loading: Loading) -> Built:
    live = standing(cluster)
    assert live is not None
    return Built(
        added=len(set(difference.added) - loading.unread.keys()),
        replaced=len(set(difference.replaced) - loading.unread.keys()),
        removed=len(difference.removed),
        unchanged=len(difference.unchanged),
        sections=sums(cluster, live.index)[0],
        version=live.version,
        problems=tuple(loading.unread.values()),
    )
